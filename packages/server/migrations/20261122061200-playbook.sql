-- The life of an account with us: its stages, and the standard play of each stage as it is run.

-- ── Workdays: how far a year of the table can be relied upon ─────────────────────────────────────────────────
-- A year that stands here is the workspace's own table; every other year follows what Mainstay ships.
create table workday_year (
  tenant_id uuid not null references tenant (id) on delete cascade,
  year integer not null constraint workday_year_range check (year between 1990 and 2100),
  status text not null constraint workday_year_status_known check (status in ('official', 'preliminary')),
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, year)
);

-- ── Stages an account has been in ────────────────────────────────────────────────────────────────────────────
create table stage_entry (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  stage text not null constraint stage_entry_stage_known check (stage in ('onboarding', 'stable', 'deep', 'symbiosis')),
  entered_on date not null,
  left_on date,
  how text not null constraint stage_entry_how_known
    check (how in ('manual', 'proposal', 'became_core', 'programme_entry')),
  -- A person's words; what the criteria said, as data.
  reason text not null default '',
  criteria jsonb not null default '[]',
  entered_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint stage_entry_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint stage_entry_order check (left_on >= entered_on),
  constraint stage_entry_manual_reasoned check (how <> 'manual' or length(btrim(reason)) > 0)
);
create unique index stage_entry_one_present on stage_entry (tenant_id, account_id) where left_on is null;
create index stage_entry_of_account on stage_entry (tenant_id, account_id, created_at);

-- ── Playbooks: one a stage; a version is never changed ───────────────────────────────────────────────────────
create table playbook_version (
  tenant_id uuid not null references tenant (id) on delete cascade,
  stage text not null constraint playbook_stage_known check (stage in ('onboarding', 'stable', 'deep', 'symbiosis')),
  version integer not null constraint playbook_version_positive check (version >= 1),
  steps jsonb not null,
  note text not null default '',
  -- Null for the version shipped with the product.
  published_by uuid,
  published_at timestamptz not null default now(),
  primary key (tenant_id, stage, version)
);

create table playbook_run (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  stage text not null constraint playbook_run_stage_known check (stage in ('onboarding', 'stable', 'deep', 'symbiosis')),
  version integer not null,
  started_on date not null,
  status text not null default 'running' constraint playbook_run_status_known check (status in ('running', 'done', 'stopped')),
  ended_on date,
  -- The due day each step was given by the workday table; a task whose day differs was moved by a person.
  plan jsonb not null default '{}',
  -- The day each step was done or skipped; steps that wait for it count from there.
  finished jsonb not null default '{}',
  started_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint playbook_run_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint playbook_run_ended check ((status = 'running') = (ended_on is null))
);
create unique index playbook_run_one_running on playbook_run (tenant_id, account_id) where status = 'running';
create index playbook_run_of_account on playbook_run (tenant_id, account_id, created_at desc);
create index playbook_run_of_version on playbook_run (tenant_id, stage, version);

do $$
declare
  name text;
begin
  foreach name in array array['workday_year', 'stage_entry', 'playbook_version', 'playbook_run'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
  foreach name in array array['workday_year', 'playbook_version'] loop
    execute format('create policy %I on %I using (true)', name || '_all', name);
  end loop;
  foreach name in array array['stage_entry', 'playbook_run'] loop
    execute format(
      'create policy %1$I on %2$I using ((select session_sees_all()) or exists (select 1 from account seen
         where seen.tenant_id = %2$I.tenant_id and seen.id = %2$I.account_id)) with check (true)',
      name || '_visible', name);
  end loop;
end $$;
