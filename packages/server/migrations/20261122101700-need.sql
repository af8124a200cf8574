-- Every step of a need with what it rests on; rows are added, never changed.
create table need_step (
  tenant_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  from_state text constraint need_step_from_known
    check (from_state in ('signal', 'hypothesis', 'validated', 'solved', 'valued', 'declined')),
  to_state text not null constraint need_step_to_known
    check (to_state in ('signal', 'hypothesis', 'validated', 'solved', 'valued', 'declined')),
  -- What somebody saw, read or was told; a step without it is refused.
  evidence text not null constraint need_step_evidence_not_empty check (length(btrim(evidence)) > 0),
  -- Their person who said so.
  person_id uuid,
  on_day date not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  constraint need_step_need_exists foreign key (tenant_id, need_id) references need (tenant_id, id) on delete cascade,
  constraint need_step_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id)
);
create index need_step_of_need on need_step (tenant_id, need_id, made_at, id);
create index need_step_of_person on need_step (tenant_id, person_id) where person_id is not null;
create index need_newest on need (tenant_id, created_at desc, id desc);
create index need_open_of_owner on need (tenant_id, owner_user_id, state_since) where state not in ('valued', 'declined');

alter table need_step enable row level security;
alter table need_step force row level security;
create policy need_step_tenant on need_step as restrictive using (tenant_id = (select session_tenant()));
create policy need_step_visible on need_step
  using ((select session_sees_all()) or exists (select 1 from need seen
    where seen.tenant_id = need_step.tenant_id and seen.id = need_step.need_id)) with check (true);
grant select, insert, update, delete on need_step to mainstay_app;
