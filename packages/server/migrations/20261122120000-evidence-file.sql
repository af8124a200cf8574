-- Files that show that a promise was kept, or that a step of a need rests on something.
create table evidence_file (
  tenant_id uuid not null,
  id uuid not null,
  promise_id uuid,
  need_id uuid,
  file_id uuid not null,
  added_by uuid,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  constraint evidence_file_promise_exists foreign key (tenant_id, promise_id) references promise (tenant_id, id) on delete cascade,
  constraint evidence_file_need_exists foreign key (tenant_id, need_id) references need (tenant_id, id) on delete cascade,
  constraint evidence_file_file_exists foreign key (tenant_id, file_id) references stored_file (tenant_id, id),
  constraint evidence_file_file_once unique (tenant_id, file_id),
  constraint evidence_file_of_one check (num_nonnulls(promise_id, need_id) = 1)
);
create index evidence_file_of_promise on evidence_file (tenant_id, promise_id, added_at, id) where promise_id is not null;
create index evidence_file_of_need on evidence_file (tenant_id, need_id, added_at, id) where need_id is not null;
-- The bytes go with the row, however it goes.
create trigger drop_evidence_file after delete on evidence_file for each row execute function drop_photo_file();

alter table evidence_file enable row level security;
alter table evidence_file force row level security;
create policy evidence_file_tenant on evidence_file as restrictive using (tenant_id = (select session_tenant()));
create policy evidence_file_visible on evidence_file
  using ((select session_sees_all())
    or exists (select 1 from promise seen where seen.tenant_id = evidence_file.tenant_id and seen.id = evidence_file.promise_id)
    or exists (select 1 from need seen where seen.tenant_id = evidence_file.tenant_id and seen.id = evidence_file.need_id))
  with check (true);
grant select, insert, update, delete on evidence_file to mainstay_app;
