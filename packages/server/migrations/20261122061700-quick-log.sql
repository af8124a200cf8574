-- Quick logs: one line from a phone is one act however often it is sent, and may be taken back for a few minutes.
create table quick_log (
  tenant_id uuid not null references tenant (id) on delete cascade,
  -- Chosen by the writer's device.
  client_ref uuid not null,
  logged_by uuid not null,
  logged_at timestamptz not null,
  -- What was sent, so that something else under the same name is told apart.
  body_sha256 bytea not null,
  -- What it made; each may be gone by now.
  interaction_id uuid,
  interaction_on date,
  calendar_entry_id uuid,
  task_ids uuid[] not null default '{}',
  taken_back_at timestamptz,
  primary key (tenant_id, client_ref),
  constraint quick_log_writer_exists foreign key (tenant_id, logged_by) references app_user (tenant_id, id) on delete cascade,
  constraint quick_log_interaction_dated check ((interaction_id is null) = (interaction_on is null))
);
alter table quick_log enable row level security;
alter table quick_log force row level security;
create policy quick_log_tenant on quick_log as restrictive using (tenant_id = (select session_tenant()));
create policy quick_log_own on quick_log
  using ((select session_actor()) is null or logged_by = (select session_actor())) with check (true);
grant select, insert, update, delete on quick_log to mainstay_app;
