-- Access: our own departments, what a session carries (team, fact classes, restricted persons), second factors, passkeys,
-- single sign-on.

-- Whose records are in sight: the actor alone, or with the active colleagues of the departments at and below the actor's own.
-- Wrapped in (select …) inside policies so that they are computed once a query.
create function session_team() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('mainstay.team', true), '')::uuid[], '{}') $$;
-- The classes of personal facts in sight: B business, P profile, S sensitive.
create function session_fact_classes() returns text[] language sql stable parallel safe as
$$ select string_to_array(coalesce(current_setting('mainstay.fact_classes', true), ''), ',') $$;
-- Whether persons whose use is restricted are in sight.
create function session_sees_restricted() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('mainstay.restricted', true), '') = 'on' $$;

create table department (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  name text not null constraint department_name_not_empty check (length(btrim(name)) > 0),
  parent_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint department_not_its_own_parent check (parent_id <> id),
  constraint department_parent_exists foreign key (tenant_id, parent_id) references department (tenant_id, id)
);
create unique index department_name_once on department (tenant_id, parent_id, name) nulls not distinct;
create index department_of_parent on department (tenant_id, parent_id) where parent_id is not null;

-- No circle: whoever moves a department waits for others who do, then looks upwards from the new parent.
create function refuse_department_cycle() returns trigger language plpgsql as $$
begin
  if new.parent_id is null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('department-tree:' || new.tenant_id::text, 0));
  if exists (
    with recursive above (id, parent_id) as (
      select id, parent_id from department where tenant_id = new.tenant_id and id = new.parent_id
      union
      select up.id, up.parent_id from department up join above on up.tenant_id = new.tenant_id and up.id = above.parent_id)
    select 1 from above where id = new.id)
  then
    raise exception 'a department cannot stand below itself' using errcode = 'check_violation', constraint = 'department_no_cycle';
  end if;
  return new;
end $$;
create trigger department_no_cycle before insert or update of parent_id on department
  for each row execute function refuse_department_cycle();

alter table app_user add column department_id uuid;
alter table app_user add constraint app_user_department_exists
  foreign key (tenant_id, department_id) references department (tenant_id, id);
create index app_user_of_department on app_user (tenant_id, department_id) where department_id is not null;
alter table app_user drop constraint app_user_visibility_known;
alter table app_user add constraint app_user_visibility_known check (visibility in ('own', 'team', 'all'));

alter table department enable row level security;
alter table department force row level security;
create policy department_tenant on department as restrictive using (tenant_id = (select session_tenant()));
create policy department_all on department using (true);

-- An account is seen by everybody who sees all, else by who has its manager, backup or sponsor in their team.
drop policy account_visible on account;
create policy account_visible on account to mainstay_app using (
  (select session_sees_all())
  or manager_user_id = any ((select session_team())::uuid[])
  or backup_user_id = any ((select session_team())::uuid[])
  or sponsor_user_id = any ((select session_team())::uuid[]))
  with check (true);

drop policy task_visible on task;
create policy task_visible on task using (
  (select session_sees_all())
  or owner_user_id = any ((select session_team())::uuid[])
  or created_by = any ((select session_team())::uuid[])
  or exists (select 1 from account seen where seen.tenant_id = task.tenant_id and seen.id = task.account_id))
  with check (true);
