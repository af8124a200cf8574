-- Closing by the customer's word alone: calls back by somebody else, and the random inspection by an independent role.

-- ── Random inspection 回访抽查 ───────────────────────────────────────────────────────────────────────────────────
-- What is drawn from is fixed, and a secret number committed to, before anything is drawn; then nothing of it changes.
create table inspection (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  -- Counted without gaps in each workspace: drawing again until it suits would show.
  number integer not null constraint inspection_counts check (number > 0),
  population text not null constraint inspection_population_known check (population in ('solved_case', 'visit')),
  from_on date not null,
  to_on date not null,
  department_id uuid,
  segment text,
  is_stratified boolean not null,
  sample_size integer not null constraint inspection_sample_positive check (sample_size > 0),
  -- In ascending order; the stratum of each is its department, or there are none.
  population_ids uuid[] not null constraint inspection_population_not_empty check (cardinality(population_ids) > 0),
  strata text[] not null default '{}',
  population_sha256 text not null,
  commitment_sha256 text not null,
  nonce text not null,
  announced_by uuid not null,
  announced_at timestamptz not null,
  seed text,
  -- Places in population_ids, in the order drawn.
  drawn integer[],
  drawn_by uuid,
  drawn_at timestamptz,
  primary key (tenant_id, id),
  constraint inspection_number_once unique (tenant_id, number),
  constraint inspection_department_exists foreign key (tenant_id, department_id) references department (tenant_id, id),
  constraint inspection_order check (to_on >= from_on),
  constraint inspection_strata_whole check (cardinality(strata) in (0, cardinality(population_ids))),
  constraint inspection_drawn_whole check ((seed is null) = (drawn is null) and (drawn is null) = (drawn_at is null))
);

-- A draw happens once; what was announced stays as it was.
create function keep_inspection() returns trigger language plpgsql as $$
begin
  raise exception 'an inspection is announced once and drawn once'
    using errcode = 'check_violation', constraint = 'inspection_stays';
end $$;
create trigger inspection_stays before update on inspection for each row
  when (old.drawn_at is not null or row(old.number, old.population, old.from_on, old.to_on, old.department_id, old.segment,
      old.is_stratified, old.sample_size, old.population_ids, old.strata, old.population_sha256, old.commitment_sha256,
      old.nonce, old.announced_by, old.announced_at)
    is distinct from row(new.number, new.population, new.from_on, new.to_on, new.department_id, new.segment,
      new.is_stratified, new.sample_size, new.population_ids, new.strata, new.population_sha256, new.commitment_sha256,
      new.nonce, new.announced_by, new.announced_at))
  execute function keep_inspection();

create table inspection_item (
  tenant_id uuid not null,
  id uuid not null,
  inspection_id uuid not null,
  -- In the order drawn, from 1.
  position integer not null,
  subject_kind text not null constraint inspection_item_subject_known check (subject_kind in ('case', 'interaction')),
  subject_id uuid not null,
  account_id uuid not null,
  -- Our department whose work it was, and who had a hand in it: none of them calls.
  department_id uuid,
  involved_user_ids uuid[] not null default '{}',
  inspector_user_id uuid,
  status text not null default 'waiting' constraint inspection_item_status_known check (status in ('waiting', 'done', 'unreachable')),
  primary key (tenant_id, id),
  constraint inspection_item_place_once unique (tenant_id, inspection_id, position),
  constraint inspection_item_inspection_exists foreign key (tenant_id, inspection_id) references inspection (tenant_id, id),
  constraint inspection_item_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint inspection_item_inspector_independent check (inspector_user_id is null or not inspector_user_id = any (involved_user_ids))
);
create index inspection_item_waiting on inspection_item (tenant_id, inspector_user_id) where status = 'waiting';
create index inspection_item_of_subject on inspection_item (tenant_id, subject_id);
create index inspection_item_of_account on inspection_item (tenant_id, account_id);

-- ── Calls back ───────────────────────────────────────────────────────────────────────────────────────────────
-- One call, reached or not; rows are added, never changed.
create table call_back (
  tenant_id uuid not null,
  id uuid not null,
  -- What it was for: the closing of a case, or a drawn item.
  case_id uuid,
  inspection_item_id uuid,
  account_id uuid not null,
  person_id uuid,
  called_by uuid not null,
  called_at timestamptz not null,
  outcome text not null constraint call_back_outcome_known check (outcome in ('reached', 'not_reached')),
  is_resolved boolean,
  score smallint constraint call_back_score_range check (score between 1 and 5),
  -- Whether what we wrote down was so; asked by inspections.
  record_true boolean,
  words text not null default '',
  primary key (tenant_id, id),
  constraint call_back_case_exists foreign key (tenant_id, case_id) references service_case (tenant_id, id) on delete cascade,
  constraint call_back_item_exists foreign key (tenant_id, inspection_item_id) references inspection_item (tenant_id, id) on delete cascade,
  constraint call_back_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint call_back_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id),
  constraint call_back_for_one_thing check (num_nonnulls(case_id, inspection_item_id) = 1),
  constraint call_back_answered_when_reached check (
    outcome = 'reached' or (is_resolved is null and score is null and record_true is null))
);
create index call_back_of_case on call_back (tenant_id, case_id, called_at) where case_id is not null;
create index call_back_of_item on call_back (tenant_id, inspection_item_id, called_at) where inspection_item_id is not null;
create index call_back_of_account on call_back (tenant_id, account_id, called_at desc);
create index call_back_of_person on call_back (tenant_id, person_id) where person_id is not null;

-- Closings of a period, for the share closed by the customer's word.
create index service_case_closed on service_case (tenant_id, closed_at) include (closed_by, account_id, score) where status = 'closed';

do $$
declare
  name text;
begin
  foreach name in array array['inspection', 'inspection_item', 'call_back'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
  end loop;
  foreach name in array array['inspection_item', 'call_back'] loop
    execute format(
      'create policy %1$I on %2$I using ((select session_sees_all()) or exists (select 1 from account seen
         where seen.tenant_id = %2$I.tenant_id and seen.id = %2$I.account_id)) with check (true)',
      name || '_visible', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
end $$;
create policy inspection_all on inspection using (true);
-- A draw cannot be taken back.
grant select, insert, update on inspection to mainstay_app;
revoke delete, truncate on inspection from mainstay_app;
