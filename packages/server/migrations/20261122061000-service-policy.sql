-- What every segment and grade is owed, by version; obligations come from it.

create table service_policy (
  tenant_id uuid not null references tenant (id) on delete cascade,
  version integer not null,
  -- Comes into force on this day; of two for one day the later version holds.
  effective_from date not null,
  -- {line: {duties, seats, clocks, …}} by domain/service-policy/service-terms.ts.
  terms jsonb not null,
  note text not null default '',
  published_by uuid,
  published_at timestamptz not null default now(),
  primary key (tenant_id, version)
);
create index service_policy_in_force on service_policy (tenant_id, effective_from desc, version desc);

-- Since when an account is owed what, so that skipped periods are owed only for the time under policy.
create table service_duty (
  tenant_id uuid not null,
  account_id uuid not null,
  kind text not null constraint service_duty_kind_known check (kind in ('visit', 'review', 'executive_meeting', 'value_report')),
  every text not null constraint service_duty_cadence_known check (every in ('month', 'quarter', 'half_year', 'year')),
  since_on date not null,
  -- First day of the first period in which it is owed.
  first_from_on date not null,
  primary key (tenant_id, account_id, kind),
  constraint service_duty_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);

-- An obligation moved by agreement with the customer; every move stays.
create table obligation_move (
  tenant_id uuid not null,
  id uuid not null,
  obligation_id uuid not null,
  from_due_on date not null,
  to_due_on date not null constraint obligation_move_moves check (to_due_on <> from_due_on),
  agreed_with_person_id uuid,
  note text not null default '',
  moved_by uuid,
  moved_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint obligation_move_obligation_exists foreign key (tenant_id, obligation_id) references obligation (tenant_id, id) on delete cascade,
  constraint obligation_move_person_exists foreign key (tenant_id, agreed_with_person_id) references person (tenant_id, id)
    on delete set null (agreed_with_person_id)
);
create index obligation_move_of_obligation on obligation_move (tenant_id, obligation_id, moved_at);
create index obligation_move_of_person on obligation_move (tenant_id, agreed_with_person_id) where agreed_with_person_id is not null;

do $$
declare
  name text;
begin
  foreach name in array array['service_policy', 'service_duty', 'obligation_move'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
end $$;
create policy service_policy_all on service_policy using (true);
create policy service_duty_visible on service_duty using ((select session_sees_all()) or exists (
  select 1 from account seen where seen.tenant_id = service_duty.tenant_id and seen.id = service_duty.account_id)) with check (true);
create policy obligation_move_visible on obligation_move using (exists (
  select 1 from obligation seen where seen.tenant_id = obligation_move.tenant_id and seen.id = obligation_move.obligation_id)) with check (true);
