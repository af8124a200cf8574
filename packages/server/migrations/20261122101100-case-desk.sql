-- What hangs on a case: files, what it costs an hour to work on it, and what it is about.

-- Files of cases may be larger than evidence and photographs, which keep their own limit in the rules.
alter table stored_file
  drop constraint stored_file_size,
  add constraint stored_file_size check (size_bytes between 1 and 10485760);

create table case_attachment (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  file_id uuid not null,
  -- Whether the customer sees it on their page; what they handed in themselves always.
  is_public boolean not null default false,
  by_customer boolean not null default false,
  -- Who of us, or of theirs, handed it in.
  added_by uuid,
  person_id uuid,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  constraint case_attachment_case_exists foreign key (tenant_id, case_id) references service_case (tenant_id, id) on delete cascade,
  constraint case_attachment_file_exists foreign key (tenant_id, file_id) references stored_file (tenant_id, id),
  constraint case_attachment_file_once unique (tenant_id, file_id),
  constraint case_attachment_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id),
  constraint case_attachment_of_customer_public check (is_public or not by_customer)
);
create index case_attachment_of_case on case_attachment (tenant_id, case_id, added_at, id);
create index case_attachment_of_person on case_attachment (tenant_id, person_id) where person_id is not null;
-- The bytes go with the row, however it goes.
create trigger drop_attachment_file after delete on case_attachment for each row execute function drop_photo_file();

-- What an hour of somebody costs us, by role, in the workspace's currency.
create table hourly_rate (
  tenant_id uuid not null references tenant (id) on delete cascade,
  role text not null constraint hourly_rate_role_known
    check (role in ('manager', 'director', 'sponsor', 'service', 'analyst', 'compliance', 'admin')),
  rate_minor bigint not null constraint hourly_rate_not_negative check (rate_minor >= 0),
  set_by uuid,
  set_at timestamptz not null,
  primary key (tenant_id, role)
);

create table case_link (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  order_id uuid,
  person_id uuid,
  need_id uuid,
  project_id uuid,
  linked_by uuid,
  linked_at timestamptz not null,
  primary key (tenant_id, id),
  constraint case_link_case_exists foreign key (tenant_id, case_id) references service_case (tenant_id, id) on delete cascade,
  constraint case_link_order_exists foreign key (tenant_id, order_id) references sales_order (tenant_id, id) on delete cascade,
  constraint case_link_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  constraint case_link_need_exists foreign key (tenant_id, need_id) references need (tenant_id, id) on delete cascade,
  constraint case_link_project_exists foreign key (tenant_id, project_id) references project (tenant_id, id) on delete cascade,
  constraint case_link_one_thing check (num_nonnulls(order_id, person_id, need_id, project_id) = 1),
  constraint case_link_once unique nulls not distinct (tenant_id, case_id, order_id, person_id, need_id, project_id)
);
create index case_link_of_order on case_link (tenant_id, order_id) where order_id is not null;
create index case_link_of_person on case_link (tenant_id, person_id) where person_id is not null;
create index case_link_of_need on case_link (tenant_id, need_id) where need_id is not null;
create index case_link_of_project on case_link (tenant_id, project_id) where project_id is not null;

do $$
declare
  name text;
begin
  foreach name in array array['case_attachment', 'hourly_rate', 'case_link'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
  foreach name in array array['case_attachment', 'case_link'] loop
    execute format(
      'create policy %1$I on %2$I using ((select session_sees_all()) or exists (select 1 from service_case seen
         where seen.tenant_id = %2$I.tenant_id and seen.id = %2$I.case_id)) with check (true)',
      name || '_visible', name);
  end loop;
  create policy hourly_rate_all on hourly_rate using (true);
end $$;
