-- Who of us works on an account besides its manager, backup and sponsor; which accounts are in the key-account programme; what
-- of the workspace's settings asks for a second person.

-- ── Settings ─────────────────────────────────────────────────────────────────────────────────────────────────
alter table tenant
  -- Exports of more rows than this need an approval; 0 asks for none.
  add column export_approval_rows integer not null default 0
    constraint tenant_export_approval_rows_not_negative check (export_approval_rows >= 0),
  -- A look at sensitive facts needs an approval that holds so many days; 0 asks for none.
  add column sensitive_approval_days integer not null default 0
    constraint tenant_sensitive_approval_days_range check (sensitive_approval_days between 0 and 365);

-- ── The team of an account ───────────────────────────────────────────────────────────────────────────────────
create table account_team_member (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  seat text not null constraint account_team_member_seat_known check (seat in (
    'technical_expert', 'delivery', 'service', 'finance', 'legal', 'product', 'executive', 'other')),
  since_on date not null,
  until_on date,
  note text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint account_team_member_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint account_team_member_user_exists foreign key (tenant_id, user_id) references app_user (tenant_id, id),
  constraint account_team_member_order check (until_on is null or until_on >= since_on)
);
create unique index account_team_member_once on account_team_member (tenant_id, account_id, user_id, seat) where until_on is null;
create index account_team_member_of_account on account_team_member (tenant_id, account_id, since_on);
create index account_team_member_of_user on account_team_member (tenant_id, user_id, account_id);

-- The present members again, on the account itself: who is on the team sees the account, and sight must be cheap.
alter table account add column expert_user_ids uuid[] not null default '{}';
create index account_of_expert on account using gin (tenant_id, expert_user_ids) where expert_user_ids <> '{}';
-- Lists filtered by region or industry are answered from these indexes alone, sight included.
drop index account_by_region;
create index account_by_region on account (tenant_id, region, id)
  include (manager_user_id, backup_user_id, sponsor_user_id, expert_user_ids) where region is not null;
drop index account_by_industry;
create index account_by_industry on account (tenant_id, industry, id)
  include (manager_user_id, backup_user_id, sponsor_user_id, expert_user_ids) where industry is not null;

drop policy account_visible on account;
create policy account_visible on account to mainstay_app using (
  (select session_sees_all())
  or manager_user_id = any ((select session_team())::uuid[])
  or backup_user_id = any ((select session_team())::uuid[])
  or sponsor_user_id = any ((select session_team())::uuid[])
  or (expert_user_ids <> '{}' and expert_user_ids && (select session_team())::uuid[]))
  with check (true);

create or replace function accounts_in_sight() returns setof uuid
language sql stable security definer rows 1000 set search_path = public as $$
  select id from account where tenant_id = session_tenant() and manager_user_id = any (session_team())
  union all select id from account where tenant_id = session_tenant() and backup_user_id = any (session_team())
  union all select id from account where tenant_id = session_tenant() and sponsor_user_id = any (session_team())
  union all select id from account where tenant_id = session_tenant() and expert_user_ids <> '{}'
    and expert_user_ids && session_team()
$$;

-- ── The key-account programme ────────────────────────────────────────────────────────────────────────────────
-- What counts how much, how many members there may be; versioned, published by a person.
create table programme_rule (
  tenant_id uuid not null references tenant (id) on delete cascade,
  version integer not null,
  -- [{"key": …, "weight": 0 … 100, "name": {"zh": …, "en": …} for a criterion of one's own}]; weights sum to 100.
  criteria jsonb not null,
  cap integer not null constraint programme_rule_cap_positive check (cap between 1 and 1000),
  accounts_per_manager integer not null constraint programme_rule_accounts_positive check (accounts_per_manager between 1 and 1000),
  note text not null default '',
  published_by uuid,
  published_at timestamptz not null default now(),
  primary key (tenant_id, version),
  constraint programme_rule_publisher_exists foreign key (tenant_id, published_by) references app_user (tenant_id, id)
);

create table programme_membership (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  status text not null constraint programme_membership_status_known
    check (status in ('nominated', 'active', 'refused', 'withdrawn', 'exited')),
  rule_version integer not null,
  -- {criterion: {"score": 0 … 5, "because": …, "isComputed": …}}; the reasons are about the company, never about a person.
  scorecard jsonb not null,
  -- The weighted score, 0 … 100, by the rule it was judged with.
  score double precision not null constraint programme_membership_score_range check (score between 0 and 100),
  because text not null,
  -- Why one more than the cap; its approver is named.
  exception_because text,
  nominated_by uuid not null,
  nominated_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  active_since_on date,
  review_due_on date,
  reviewed_on date,
  reviewed_by uuid,
  exit_because text,
  exited_on date,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint programme_membership_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint programme_membership_nominator_exists foreign key (tenant_id, nominated_by) references app_user (tenant_id, id),
  constraint programme_membership_active_dated check (status not in ('active', 'exited') or active_since_on is not null),
  constraint programme_membership_exit_reasoned check (status <> 'exited' or (exited_on is not null and exit_because is not null))
);
create unique index programme_membership_one_live on programme_membership (tenant_id, account_id) where status in ('nominated', 'active');
create index programme_membership_by_status on programme_membership (tenant_id, status, score desc);
create index programme_membership_of_account on programme_membership (tenant_id, account_id, nominated_at desc);

do $$
declare
  name text;
begin
  foreach name in array array['account_team_member', 'programme_rule', 'programme_membership'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
  foreach name in array array['account_team_member', 'programme_membership'] loop
    execute format(
      'create policy %1$I on %2$I using ((select session_sees_all()) or exists (select 1 from account seen
         where seen.tenant_id = %2$I.tenant_id and seen.id = %2$I.account_id)) with check (true)',
      name || '_visible', name);
  end loop;
end $$;
create policy programme_rule_all on programme_rule using (true) with check (true);
