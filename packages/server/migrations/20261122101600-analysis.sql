-- The closed loop's settings, and what the analyses of cases count: sums by day, as exact as the rows and a thousand times fewer.

-- What a dissatisfied answer to a question opens, where the workspace says otherwise than its department does.
create table feedback_loop_opening (
  tenant_id uuid not null,
  question_id uuid not null,
  opens text not null constraint feedback_loop_opening_known check (opens in ('case', 'need')),
  set_by uuid,
  set_at timestamptz not null,
  primary key (tenant_id, question_id),
  constraint feedback_loop_opening_question_exists foreign key (tenant_id, question_id)
    references survey_question (tenant_id, id) on delete cascade
);

-- The segment of the account on the day a case was opened: history stays where it was when segments move.
create table case_segment (
  tenant_id uuid not null,
  case_id uuid not null,
  segment text not null,
  primary key (tenant_id, case_id),
  constraint case_segment_case_exists foreign key (tenant_id, case_id) references service_case (tenant_id, id) on delete cascade
);

-- Cases opened on a day, by one slice at a time (all, a segment, a department …) and kind; duplicates do not count.
create table case_day_sum (
  tenant_id uuid not null references tenant (id) on delete cascade,
  slice text not null constraint case_day_sum_slice_known check (slice in ('all', 'segment', 'department', 'product', 'level', 'cause')),
  -- Of the slice: a segment, a department's id …; empty: none.
  key text not null,
  kind text not null,
  on_date date not null,
  cases integer not null,
  replied integer not null,
  replied_in_time integer not null,
  solved integer not null,
  solved_in_time integer not null,
  reopened integer not null,
  scored integer not null,
  satisfied integer not null,
  confirmed integer not null,
  unconfirmed integer not null,
  -- How many were solved in each class of hours; see domain/service-analysis/time-class.
  time_classes integer[] not null,
  primary key (tenant_id, slice, on_date, key, kind)
);

-- The same of whole months, under their first day: what a year is read from.
create table case_month_sum (like case_day_sum including constraints including defaults);
alter table case_month_sum add primary key (tenant_id, slice, on_date, key, kind),
  add constraint case_month_sum_tenant_exists foreign key (tenant_id) references tenant (id) on delete cascade,
  add constraint case_month_sum_first_day check (extract(day from on_date) = 1);

-- Days whose sums are behind their rows: read from the rows until the next round. Rows are added only, nobody waits for anybody.
create table case_day_stale (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  on_date date not null,
  primary key (tenant_id, id)
);

-- In which zone's days the sums are; without a row there are none yet.
create table case_day_state (
  tenant_id uuid primary key references tenant (id) on delete cascade,
  time_zone text not null,
  summed_at timestamptz not null
);

-- Which accounts had most in a period, without a look at the rows themselves.
create index service_case_counted on service_case (tenant_id, opened_at) include (account_id, kind, status);
create index survey_answer_of_response_department on survey_answer (tenant_id, department_id, kind) where department_id is not null;

create function note_opened_cases() returns trigger language plpgsql as $$
begin
  insert into case_segment (tenant_id, case_id, segment)
    select c.tenant_id, c.id, s.segment from opened c
    join account_standing s on s.tenant_id = c.tenant_id and s.account_id = c.account_id and s.segment is not null
    on conflict do nothing;
  insert into case_day_stale (tenant_id, on_date)
    select distinct c.tenant_id, (c.opened_at at time zone t.time_zone)::date from opened c join tenant t on t.id = c.tenant_id;
  return null;
end $$;
create trigger service_case_opened_counts after insert on service_case
  referencing new table as opened for each statement execute function note_opened_cases();

create function note_changed_cases() returns trigger language plpgsql as $$
begin
  insert into case_day_stale (tenant_id, on_date)
    select distinct c.tenant_id, (c.opened_at at time zone t.time_zone)::date
    from (
      select n.tenant_id, n.opened_at from changed n join before o on o.tenant_id = n.tenant_id and o.id = n.id
      where (o.kind, o.level, o.department_id, o.product_id, o.cause, o.status, o.opened_at, o.reply_due_at, o.solve_due_at, o.replied_at,
          o.solved_at, o.reopened > 0, o.score)
        is distinct from (n.kind, n.level, n.department_id, n.product_id, n.cause, n.status, n.opened_at, n.reply_due_at, n.solve_due_at,
          n.replied_at, n.solved_at, n.reopened > 0, n.score)
      union all
      select o.tenant_id, o.opened_at from changed n join before o on o.tenant_id = n.tenant_id and o.id = n.id
      where o.opened_at <> n.opened_at) c
    join tenant t on t.id = c.tenant_id;
  return null;
end $$;
create trigger service_case_changed_counts after update on service_case
  referencing old table as before new table as changed for each statement execute function note_changed_cases();

create function note_removed_cases() returns trigger language plpgsql as $$
begin
  insert into case_day_stale (tenant_id, on_date)
    select distinct c.tenant_id, (c.opened_at at time zone t.time_zone)::date from removed c join tenant t on t.id = c.tenant_id;
  return null;
end $$;
create trigger service_case_removed_counts after delete on service_case
  referencing old table as removed for each statement execute function note_removed_cases();

do $$
declare
  name text;
begin
  foreach name in array array['feedback_loop_opening', 'case_segment', 'case_day_sum', 'case_month_sum', 'case_day_stale', 'case_day_state'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
  foreach name in array array['feedback_loop_opening', 'case_day_stale', 'case_day_state'] loop
    execute format('create policy %I on %I using (true)', name || '_all', name);
  end loop;
end $$;
create policy case_segment_visible on case_segment
  using ((select session_sees_all()) or exists (select 1 from service_case seen
    where seen.tenant_id = case_segment.tenant_id and seen.id = case_segment.case_id)) with check (true);
-- Sums are of the whole workspace: for who sees all of it.
create policy case_day_sum_visible on case_day_sum using ((select session_sees_all())) with check (true);
create policy case_month_sum_visible on case_month_sum using ((select session_sees_all())) with check (true);
