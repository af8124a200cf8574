-- Rules and thresholds of signals, versioned; and the rescue play: what was offered to keep a customer, and what came of it.
create table signal_rule (
  tenant_id uuid not null references tenant (id) on delete cascade,
  version integer not null,
  rules jsonb not null,
  note text not null default '',
  published_by uuid,
  published_at timestamptz not null default now(),
  primary key (tenant_id, version),
  constraint signal_rule_publisher_exists foreign key (tenant_id, published_by) references app_user (tenant_id, id)
);

create table rescue (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  -- What it was opened for; null when somebody opened it on the account.
  signal_id uuid,
  goal text not null constraint rescue_goal_not_empty check (length(btrim(goal)) > 0),
  -- A snapshot in the workspace's currency when it was opened; the avoided loss is reckoned from it.
  stake_minor bigint not null constraint rescue_stake_not_negative check (stake_minor >= 0),
  owner_user_id uuid,
  status text not null default 'running' constraint rescue_status_known check (status in ('running', 'saved', 'partly', 'lost')),
  -- The share of the stake that was kept, when it is closed.
  share_kept double precision constraint rescue_share_range check (share_kept between 0 and 1),
  cost_minor bigint,
  avoided_loss_minor bigint,
  result_note text,
  opened_by uuid not null,
  opened_on date not null,
  closed_by uuid,
  closed_on date,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint rescue_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint rescue_signal_exists foreign key (tenant_id, signal_id) references signal (tenant_id, id) on delete set null (signal_id),
  constraint rescue_owner_exists foreign key (tenant_id, owner_user_id) references app_user (tenant_id, id),
  constraint rescue_closed_whole check ((status = 'running') = (closed_on is null)
    and (closed_on is null) = (share_kept is null) and (closed_on is null) = (avoided_loss_minor is null))
);
create unique index rescue_one_running on rescue (tenant_id, account_id) where status = 'running';
create index rescue_newest on rescue (tenant_id, opened_on desc, id);
create index rescue_of_account on rescue (tenant_id, account_id, opened_on desc);
create index rescue_of_signal on rescue (tenant_id, signal_id) where signal_id is not null;

create table rescue_offer (
  tenant_id uuid not null,
  id uuid not null,
  rescue_id uuid not null,
  account_id uuid not null,
  kind text not null constraint rescue_offer_kind_known
    check (kind in ('upgrade', 'price_lock', 'extra_service', 'executive_visit', 'discount')),
  terms text not null constraint rescue_offer_terms_not_empty check (length(btrim(terms)) > 0),
  cost_minor bigint not null constraint rescue_offer_cost_not_negative check (cost_minor >= 0),
  offered_by uuid not null,
  status text not null constraint rescue_offer_status_known
    check (status in ('waiting', 'refused', 'ready', 'made', 'accepted', 'declined', 'withdrawn')),
  approval_id uuid,
  made_on date,
  answered_on date,
  answer_note text,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint rescue_offer_rescue_exists foreign key (tenant_id, rescue_id) references rescue (tenant_id, id) on delete cascade,
  constraint rescue_offer_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint rescue_offer_by_exists foreign key (tenant_id, offered_by) references app_user (tenant_id, id),
  constraint rescue_offer_made_dated check (status not in ('made', 'accepted', 'declined') or made_on is not null),
  constraint rescue_offer_answered_dated check ((status in ('accepted', 'declined')) = (answered_on is not null)),
  constraint rescue_offer_answer_after check (answered_on >= made_on)
);
create index rescue_offer_of_rescue on rescue_offer (tenant_id, rescue_id, created_at);
create index rescue_offer_of_account on rescue_offer (tenant_id, account_id);

do $$
declare
  name text;
begin
  foreach name in array array['signal_rule', 'rescue', 'rescue_offer'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
  foreach name in array array['rescue', 'rescue_offer'] loop
    execute format(
      'create policy %1$I on %2$I using ((select session_sees_all()) or exists (select 1 from account seen
         where seen.tenant_id = %2$I.tenant_id and seen.id = %2$I.account_id)) with check (true)',
      name || '_visible', name);
  end loop;
end $$;
create policy signal_rule_all on signal_rule using (true);
