-- What became of a promise, in order: given, moved with the customer's agreement, kept, sent back, broken, withdrawn.
create table promise_step (
  tenant_id uuid not null,
  id uuid not null,
  promise_id uuid not null,
  kind text not null constraint promise_step_kind_known check (kind in ('given', 'moved', 'kept', 'sent_back', 'broken', 'withdrawn')),
  on_day date not null,
  from_due_on date,
  to_due_on date,
  -- Their person who agreed or sent it back.
  person_id uuid,
  words text not null default '',
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  constraint promise_step_promise_exists foreign key (tenant_id, promise_id) references promise (tenant_id, id) on delete cascade,
  constraint promise_step_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id)
);
create index promise_step_of_promise on promise_step (tenant_id, promise_id, made_at, id);
create index promise_step_of_person on promise_step (tenant_id, person_id) where person_id is not null;

alter table promise_step enable row level security;
alter table promise_step force row level security;
create policy promise_step_tenant on promise_step as restrictive using (tenant_id = (select session_tenant()));
create policy promise_step_visible on promise_step
  using ((select session_sees_all()) or exists (select 1 from promise seen
    where seen.tenant_id = promise_step.tenant_id and seen.id = promise_step.promise_id)) with check (true);
grant select, insert, update, delete on promise_step to mainstay_app;
