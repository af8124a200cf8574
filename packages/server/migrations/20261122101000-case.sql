-- Cases: the number they are counted by, how they pass from hand to hand, when the customer agreed to wait, the clocks of a
-- workspace, and what makes a list of a million quick.

create table case_counter (
  tenant_id uuid primary key references tenant (id) on delete cascade,
  last_number bigint not null constraint case_counter_counts check (last_number >= 0)
);

-- Work passes on when the receiver accepts; the first responder stays.
create table case_transfer (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  from_user_id uuid,
  to_user_id uuid not null,
  offered_by uuid,
  offered_at timestamptz not null,
  reason text not null,
  status text not null default 'open' constraint case_transfer_status_known
    check (status in ('open', 'accepted', 'declined', 'withdrawn')),
  answered_by uuid,
  answered_at timestamptz,
  answer_reason text not null default '',
  primary key (tenant_id, id),
  constraint case_transfer_case_exists foreign key (tenant_id, case_id) references service_case (tenant_id, id) on delete cascade,
  constraint case_transfer_receiver_exists foreign key (tenant_id, to_user_id) references app_user (tenant_id, id),
  constraint case_transfer_not_to_the_handler check (from_user_id is distinct from to_user_id),
  constraint case_transfer_answered_dated check ((status = 'open') = (answered_at is null))
);
create unique index case_transfer_one_open on case_transfer (tenant_id, case_id) where status = 'open';
create index case_transfer_of_case on case_transfer (tenant_id, case_id, offered_at desc);
create index case_transfer_of_receiver on case_transfer (tenant_id, to_user_id) where status = 'open';

-- Clocks stand still only with the customer's word: who of theirs, how, when, until when.
create table case_pause (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  paused_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  reason text not null,
  agreed_by_person_id uuid,
  agreed_by_name text not null default '',
  agreed_via text not null constraint case_pause_agreed_via_known
    check (agreed_via in ('public_page', 'email', 'phone', 'message', 'visit', 'survey', 'inspection', 'import')),
  agreed_at timestamptz not null,
  paused_by uuid,
  primary key (tenant_id, id),
  constraint case_pause_case_exists foreign key (tenant_id, case_id) references service_case (tenant_id, id) on delete cascade,
  constraint case_pause_person_exists foreign key (tenant_id, agreed_by_person_id) references person (tenant_id, id)
    on delete set null (agreed_by_person_id),
  constraint case_pause_order check (until_at > paused_at and agreed_at <= paused_at and (ended_at is null or ended_at >= paused_at))
);
create unique index case_pause_one_running on case_pause (tenant_id, case_id) where ended_at is null;
create index case_pause_of_case on case_pause (tenant_id, case_id, paused_at);
create index case_pause_of_person on case_pause (tenant_id, agreed_by_person_id) where agreed_by_person_id is not null;

-- Versions are added, never changed: a case keeps the one it was opened under.
create table case_clock_setting (
  tenant_id uuid not null references tenant (id) on delete cascade,
  version integer not null constraint case_clock_setting_counts check (version > 0),
  setting jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (tenant_id, version)
);

do $$
declare
  name text;
begin
  foreach name in array array['case_counter', 'case_transfer', 'case_pause', 'case_clock_setting'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
  foreach name in array array['case_transfer', 'case_pause'] loop
    execute format(
      'create policy %1$I on %2$I using ((select session_sees_all()) or exists (select 1 from service_case seen
         where seen.tenant_id = %2$I.tenant_id and seen.id = %2$I.case_id)) with check (true)',
      name || '_visible', name);
  end loop;
  foreach name in array array['case_counter', 'case_clock_setting'] loop
    execute format('create policy %I on %I using (true)', name || '_all', name);
  end loop;
end $$;

-- ── The list ─────────────────────────────────────────────────────────────────────────────────────────────────
-- Both orders carry what the filters ask for, so that rows which do not match are never fetched.
create index service_case_by_urgency on service_case (tenant_id, urgency_phase, urgency_at, id)
  include (status, level, kind, channel, account_id, handler_user_id, first_responder_id, department_id, escalation_level);
create index service_case_newest on service_case (tenant_id, opened_at desc, id desc)
  include (status, level, kind, channel, account_id, handler_user_id, first_responder_id, department_id, escalation_level);
create index service_case_of_account on service_case (tenant_id, account_id, opened_at desc, id desc)
  include (status, urgency_phase);
create index service_case_of_handler on service_case (tenant_id, handler_user_id, opened_at desc, id desc)
  include (status, urgency_phase, account_id);
create index service_case_of_first_responder on service_case (tenant_id, first_responder_id, opened_at desc, id desc)
  include (status, urgency_phase, account_id);
-- Whatever is rare is found, and whatever is counted is counted, without a look at the rows; a column left out is skipped over.
create index service_case_of_combination on service_case (tenant_id, status, kind, level, channel, department_id) include (account_id);
create index service_case_to_escalate on service_case (tenant_id, next_escalation_at, id)
  where status in ('open', 'paused') and next_escalation_at is not null;
create index service_case_unconfirmed on service_case (tenant_id, solved_at, id) where status = 'solved';
create index service_case_search_trigram on service_case using gin (tenant_id, search_text gin_trgm_ops);
create index service_case_search_bigram on service_case using gin (tenant_id, bigrams_of(search_text));

-- Found by index past row security (like is not leakproof); the list filters them by sight. Planned anew for each word: how many
-- rows hold it decides, and left to itself the planner reads the whole table in the hope of an early end.
create function cases_like(pattern text, most integer) returns setof uuid
  language plpgsql stable security definer rows 500 set search_path to 'public' set enable_seqscan to off set enable_indexscan to off as $$
begin
  return query execute format('select id from service_case where tenant_id = %L and search_text like %L limit %s',
    session_tenant(), pattern, most);
end $$;
create function cases_with_bigram(wanted text, most integer) returns setof uuid
  language plpgsql stable security definer rows 500 set search_path to 'public' set enable_seqscan to off set enable_indexscan to off as $$
begin
  return query execute format('select id from service_case where tenant_id = %L and bigrams_of(search_text) @> array[%L] limit %s',
    session_tenant(), wanted, most);
end $$;
grant execute on function cases_like(text, integer), cases_with_bigram(text, integer) to mainstay_app;
