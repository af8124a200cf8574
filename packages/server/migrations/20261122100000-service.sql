-- Service and satisfaction: what customers ask and complain of, what we promised them, what they say when asked, what
-- they need. Rows that several rooms read stand here; what one room alone reads stands in that room's own migration.

-- ── Signals and approvals of the new kinds ───────────────────────────────────────────────────────────────────
alter table signal
  drop constraint signal_kind_known,
  add constraint signal_kind_known check (kind in (
    'season_closed', 'rhythm_broken', 'order_amount_shrinking', 'product_category_lost', 'payment_delay',
    'economic_buyer_unknown', 'economic_buyer_never_met', 'single_threaded', 'majority_not_supporting', 'no_opponent_mapped',
    'gatekeeper_ignored', 'stance_stale', 'placeholder_old',
    'cadence_missed', 'contract_ending', 'key_contact_left', 'stance_fell', 'handover_overdue', 'team_incomplete',
    'requirement_change_unconfirmed',
    'satisfaction_dropped', 'economic_buyer_dissatisfied', 'complaint_overdue', 'complaint_repeated', 'promise_broken'));

-- ── Cases 申告: "case" is a word of SQL and of JavaScript, hence the table's longer name ──────────────────────
create table service_case (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  -- Counted from 1 in each workspace; what people say on the telephone.
  number bigint not null,
  account_id uuid not null,
  kind text not null constraint service_case_kind_known check (kind in ('complaint', 'fault', 'request', 'question')),
  level text not null constraint service_case_level_known check (level in ('general', 'major', 'urgent')),
  title text not null constraint service_case_title_not_empty check (length(btrim(title)) > 0),
  description text not null default '',
  channel text not null constraint service_case_channel_known
    check (channel in ('public_page', 'email', 'phone', 'message', 'visit', 'survey', 'inspection', 'import')),
  -- Their person who raised it.
  person_id uuid,
  project_id uuid,
  product_id uuid,
  -- Which of our departments it is about, and why it happened, for the analyses.
  department_id uuid,
  cause text constraint service_case_cause_known
    check (cause in ('product', 'delivery', 'installation', 'documentation', 'billing', 'response', 'attitude', 'promise', 'customer_side', 'other')),
  -- Who took the first call answers for it until the customer is satisfied: never changes (trigger below).
  first_responder_id uuid not null,
  handler_user_id uuid,
  -- Those of us the complaint is about: never assigned to it, never closing it.
  complained_user_ids uuid[] not null default '{}',
  -- What it came from: an answer, an inspection's call, a message that came in.
  source_kind text constraint service_case_source_known check (source_kind in ('survey_response', 'call_back', 'incoming_message')),
  source_id uuid,
  status text not null default 'open' constraint service_case_status_known
    check (status in ('open', 'paused', 'solved', 'closed', 'duplicate')),
  duplicate_of_id uuid,
  -- The clocks: the promise and the setting that were in force when it was opened, which line gave each due instant, and when
  -- each was kept. They run from the opening, after a dissatisfied customer from the reopening.
  green_channel boolean not null default false,
  policy_version integer not null default 0,
  clock_setting_version integer not null default 0,
  owed jsonb not null default '{}',
  clock_lines jsonb not null default '{}',
  opened_by uuid,
  opened_at timestamptz not null default now(),
  clock_from_at timestamptz not null default now(),
  reply_due_at timestamptz not null,
  feedback_due_at timestamptz,
  solve_due_at timestamptz not null,
  replied_at timestamptz,
  feedback_at timestamptz,
  solved_at timestamptz,
  closed_at timestamptz,
  -- How it was closed: the customer on the public page, or a colleague who called back.
  closed_by text constraint service_case_closed_by_known check (closed_by in ('customer', 'call_back')),
  solution text,
  reopened integer not null default 0,
  -- The customer's score of the solution, 1 to 5: the first and the newest.
  first_score smallint constraint service_case_first_score_range check (first_score between 1 and 5),
  score smallint constraint service_case_score_range check (score between 1 and 5),
  -- 0 nobody, 1 manager, 2 director, 3 sponsor.
  escalation_level smallint not null default 0 constraint service_case_escalation_range check (escalation_level between 0 and 3),
  escalated_at timestamptz,
  -- Clocks that ran out unmet and of which somebody was told.
  overran_clocks text[] not null default '{}',
  -- When the clockwork has to look next: a clock runs out, a step of the ladder, the end of a pause.
  next_escalation_at timestamptz,
  -- In the order of urgency: what runs by its next due instant, what waits for the customer, what is over.
  urgency_phase smallint not null generated always as (case status when 'open' then 0 when 'paused' then 0 when 'solved' then 1 else 2 end) stored,
  urgency_at timestamptz not null generated always as (
    case when status in ('open', 'paused') then
      least(case when replied_at is null then reply_due_at end, case when feedback_at is null then feedback_due_at end, solve_due_at)
    when status = 'solved' then coalesce(solved_at, opened_at) else opened_at end) stored,
  search_text text not null generated always as (btrim(regexp_replace(lower(normalize(title, nfkc)), '\s+', ' ', 'g'))) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint service_case_number_once unique (tenant_id, number),
  constraint service_case_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint service_case_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id),
  constraint service_case_project_exists foreign key (tenant_id, project_id) references project (tenant_id, id) on delete set null (project_id),
  constraint service_case_product_exists foreign key (tenant_id, product_id) references product (tenant_id, id) on delete set null (product_id),
  constraint service_case_department_exists foreign key (tenant_id, department_id) references department (tenant_id, id),
  constraint service_case_first_responder_exists foreign key (tenant_id, first_responder_id) references app_user (tenant_id, id),
  constraint service_case_handler_exists foreign key (tenant_id, handler_user_id) references app_user (tenant_id, id),
  constraint service_case_duplicate_exists foreign key (tenant_id, duplicate_of_id) references service_case (tenant_id, id),
  constraint service_case_not_handled_by_whom_it_is_about check (handler_user_id is null or not handler_user_id = any (complained_user_ids)),
  constraint service_case_closed_dated check ((status = 'closed') = (closed_at is not null) and (closed_at is null) = (closed_by is null)),
  constraint service_case_solved_dated check (status not in ('solved', 'closed') or solved_at is not null),
  constraint service_case_duplicate_named check ((status = 'duplicate') = (duplicate_of_id is not null) and duplicate_of_id <> id),
  constraint service_case_source_named check ((source_kind is null) = (source_id is null))
);
create index service_case_of_person on service_case (tenant_id, person_id) where person_id is not null;
create unique index service_case_of_source on service_case (tenant_id, source_kind, source_id) where source_id is not null;

create function keep_first_responder() returns trigger language plpgsql as $$
begin
  raise exception 'the first responder of a case never changes'
    using errcode = 'check_violation', constraint = 'service_case_first_responder_stays';
end $$;
create trigger service_case_first_responder_stays before update of first_responder_id on service_case
  for each row when (old.first_responder_id is distinct from new.first_responder_id) execute function keep_first_responder();

-- Everything that happened to a case, in order; rows are added, never changed.
create table case_event (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null constraint case_event_kind_known check (kind in (
    'opened', 'replied', 'feedback', 'noted', 'customer_wrote', 'transfer_offered', 'transfer_accepted', 'transfer_declined',
    'transfer_withdrawn', 'assigned', 'paused', 'resumed', 'overran', 'escalated', 'level_changed', 'edited', 'attached', 'detached',
    'cost_added', 'cost_removed', 'linked', 'unlinked', 'solved', 'link_sent', 'confirmed', 'dissatisfied', 'called_back',
    'reopened', 'closed', 'marked_duplicate')),
  at timestamptz not null,
  by_user_id uuid,
  by_person_id uuid,
  -- Whether the customer reads it on their page.
  is_public boolean not null default false,
  words text not null default '',
  detail jsonb not null default '{}',
  primary key (tenant_id, id),
  constraint case_event_case_exists foreign key (tenant_id, case_id) references service_case (tenant_id, id) on delete cascade,
  constraint case_event_person_exists foreign key (tenant_id, by_person_id) references person (tenant_id, id) on delete set null (by_person_id)
);
create index case_event_of_case on case_event (tenant_id, case_id, at, id);
create index case_event_of_person on case_event (tenant_id, by_person_id) where by_person_id is not null;

-- ── Cost to serve: what an account cost beside its goods (formulas K12) ──────────────────────────────────────
create table cost_entry (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null constraint cost_entry_kind_known check (kind in ('hours', 'part', 'travel', 'expedite', 'compensation', 'other')),
  incurred_on date not null,
  -- Of the workspace's currency.
  amount_minor bigint not null constraint cost_entry_amount_not_negative check (amount_minor >= 0),
  hours numeric(8, 2) constraint cost_entry_hours_positive check (hours > 0),
  quantity numeric(14, 3) constraint cost_entry_quantity_positive check (quantity > 0),
  note text not null default '',
  source_kind text constraint cost_entry_source_known check (source_kind in ('case')),
  source_id uuid,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint cost_entry_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint cost_entry_source_named check ((source_kind is null) = (source_id is null))
);
create index cost_entry_of_account on cost_entry (tenant_id, account_id, incurred_on desc);
create index cost_entry_of_source on cost_entry (tenant_id, source_kind, source_id) where source_id is not null;

-- ── Links for people who do not sign in ──────────────────────────────────────────────────────────────────────
-- One purpose each; the secret is shown once and kept as a hash.
create table public_link (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  purpose text not null constraint public_link_purpose_known
    check (purpose in ('case_filing', 'case_tracking', 'case_confirmation', 'survey_answer', 'survey_walk_in')),
  token_hash bytea not null,
  -- The case, invitation or round it opens; null for a filing page.
  subject_id uuid,
  account_id uuid,
  person_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  opened_at timestamptz,
  primary key (tenant_id, id),
  constraint public_link_token_once unique (tenant_id, token_hash),
  constraint public_link_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint public_link_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index public_link_of_subject on public_link (tenant_id, subject_id, purpose) where subject_id is not null;
create index public_link_of_account on public_link (tenant_id, account_id, purpose) where account_id is not null;
create index public_link_of_person on public_link (tenant_id, person_id) where person_id is not null;

-- ── Promises 内部客户承诺 ──────────────────────────────────────────────────────────────────────────────────────
create table promise (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  -- What was promised, to whom at the customer, by which of our departments and who answers there.
  title text not null constraint promise_title_not_empty check (length(btrim(title)) > 0),
  person_id uuid,
  department_id uuid not null,
  giver_user_id uuid,
  made_by uuid,
  made_on date not null,
  due_on date not null,
  first_due_on date not null,
  status text not null default 'open' constraint promise_status_known check (status in ('open', 'kept', 'broken', 'withdrawn')),
  -- The day it was done; later than due_on is late.
  done_on date,
  evidence text not null default '',
  -- How often the customer sent it back.
  reworks integer not null default 0 constraint promise_reworks_not_negative check (reworks >= 0),
  because text,
  source_kind text constraint promise_source_known check (source_kind in ('interaction', 'case', 'need', 'requirement_change')),
  source_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint promise_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint promise_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id),
  constraint promise_department_exists foreign key (tenant_id, department_id) references department (tenant_id, id),
  constraint promise_giver_exists foreign key (tenant_id, giver_user_id) references app_user (tenant_id, id),
  constraint promise_due_after_made check (due_on >= made_on and first_due_on >= made_on),
  constraint promise_kept_dated check ((status = 'kept') = (done_on is not null)),
  constraint promise_source_named check ((source_kind is null) = (source_id is null))
);
create index promise_open_due on promise (tenant_id, due_on, id) include (account_id, giver_user_id, department_id) where status = 'open';
create index promise_of_account on promise (tenant_id, account_id, due_on desc);
create index promise_of_department on promise (tenant_id, department_id, due_on);
create index promise_of_giver on promise (tenant_id, giver_user_id, due_on) where status = 'open';
create index promise_of_person on promise (tenant_id, person_id) where person_id is not null;
create index promise_of_source on promise (tenant_id, source_kind, source_id) where source_id is not null;

-- ── Surveys 满意度调查 ─────────────────────────────────────────────────────────────────────────────────────────
create table survey (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  -- {"zh": …, "en": …}: what the customer reads.
  title jsonb not null,
  introduction jsonb not null default '{}',
  thanks jsonb not null default '{}',
  status text not null default 'draft' constraint survey_status_known check (status in ('draft', 'running', 'ended')),
  is_anonymous boolean not null default false,
  -- once, monthly, quarterly, half_yearly, yearly, or after a case is closed.
  rhythm text not null default 'once' constraint survey_rhythm_known
    check (rhythm in ('once', 'monthly', 'quarterly', 'half_yearly', 'yearly', 'after_case')),
  -- Who is asked and how: segments, grades, roles, share of people, how long open, reminders after so many days.
  sampling jsonb not null default '{}',
  next_round_on date,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);

create table survey_question (
  tenant_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  position integer not null,
  kind text not null constraint survey_question_kind_known
    check (kind in ('nps', 'csat', 'ces', 'single_choice', 'multiple_choice', 'matrix', 'text')),
  words jsonb not null,
  -- Choices, and rows of a matrix, each {"key": …, "zh": …, "en": …}.
  options jsonb not null default '[]',
  rows jsonb not null default '[]',
  is_required boolean not null default false,
  -- The one the account's satisfaction is read from.
  is_overall boolean not null default false,
  -- Which of our departments it asks about, and which segments are asked it; empty: everybody.
  department_id uuid,
  segments text[] not null default '{}',
  primary key (tenant_id, id),
  constraint survey_question_survey_exists foreign key (tenant_id, survey_id) references survey (tenant_id, id) on delete cascade,
  constraint survey_question_department_exists foreign key (tenant_id, department_id) references department (tenant_id, id),
  constraint survey_question_place_once unique (tenant_id, survey_id, position) deferrable initially deferred
);

-- One asking of a survey; its questions stay as they were asked.
create table survey_round (
  tenant_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  number integer not null,
  opened_on date not null,
  closes_on date not null,
  -- What the sample was drawn with, so that it can be drawn again.
  seed bigint not null,
  eligible integer not null default 0,
  questions jsonb not null,
  sampling jsonb not null default '{}',
  is_anonymous boolean not null,
  closed_at timestamptz,
  opened_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint survey_round_survey_exists foreign key (tenant_id, survey_id) references survey (tenant_id, id) on delete cascade,
  constraint survey_round_number_once unique (tenant_id, survey_id, number),
  constraint survey_round_order check (closes_on >= opened_on)
);
create index survey_round_open on survey_round (tenant_id, closes_on) where closed_at is null;

create table survey_invitation (
  tenant_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  account_id uuid not null,
  person_id uuid,
  -- The case it asks about, for a survey after a case.
  case_id uuid,
  status text not null default 'planned' constraint survey_invitation_status_known
    check (status in ('planned', 'sent', 'opened', 'answered', 'bounced', 'declined', 'dropped')),
  dropped_because text,
  planned_on date not null,
  sent_at timestamptz,
  opened_at timestamptz,
  answered_at timestamptz,
  reminders integer not null default 0,
  reminded_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint survey_invitation_round_exists foreign key (tenant_id, round_id) references survey_round (tenant_id, id) on delete cascade,
  constraint survey_invitation_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint survey_invitation_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id)
);
create unique index survey_invitation_once on survey_invitation (tenant_id, round_id, person_id, account_id, case_id)
  nulls not distinct where person_id is not null;
create index survey_invitation_of_round on survey_invitation (tenant_id, round_id, status);
create index survey_invitation_of_account on survey_invitation (tenant_id, account_id, planned_on desc);
create index survey_invitation_of_person on survey_invitation (tenant_id, person_id, planned_on desc) where person_id is not null;

-- One person's answer to one round; of an anonymous round it names neither person nor invitation.
create table survey_response (
  tenant_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  round_id uuid not null,
  invitation_id uuid,
  account_id uuid,
  person_id uuid,
  case_id uuid,
  -- As they stood when it was given, for weights and slices.
  segment text,
  buying_role text,
  influence smallint,
  is_anonymous boolean not null,
  is_complete boolean not null default false,
  started_at timestamptz not null,
  -- Of an anonymous one: the day alone.
  answered_at timestamptz not null,
  answered_on date not null,
  locale text not null,
  -- The answer to the overall question on 0 … 100, for lists and health.
  overall_kind text constraint survey_response_overall_kind_known check (overall_kind in ('nps', 'csat', 'ces')),
  overall_score smallint,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint survey_response_round_exists foreign key (tenant_id, round_id) references survey_round (tenant_id, id) on delete cascade,
  constraint survey_response_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint survey_response_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id),
  constraint survey_response_invitation_once unique (tenant_id, invitation_id),
  constraint survey_response_anonymous check (not is_anonymous or (person_id is null and invitation_id is null and buying_role is null and influence is null)),
  constraint survey_response_overall_range check (
    (overall_kind is null) = (overall_score is null)
    and (overall_kind <> 'nps' or overall_score between 0 and 10)
    and (overall_kind <> 'csat' or overall_score between 1 and 5)
    and (overall_kind <> 'ces' or overall_score between 1 and 7))
);
create index survey_response_of_round on survey_response (tenant_id, round_id, answered_on);
create index survey_response_of_account on survey_response (tenant_id, account_id, answered_on desc);
create index survey_response_of_person on survey_response (tenant_id, person_id) where person_id is not null;

create table survey_answer (
  tenant_id uuid not null,
  response_id uuid not null,
  question_id uuid not null,
  -- A row of a matrix; empty otherwise.
  row_key text not null default '',
  kind text not null constraint survey_answer_kind_known
    check (kind in ('nps', 'csat', 'ces', 'single_choice', 'multiple_choice', 'matrix', 'text')),
  department_id uuid,
  score smallint,
  choices text[] not null default '{}',
  words text,
  primary key (tenant_id, response_id, question_id, row_key),
  constraint survey_answer_response_exists foreign key (tenant_id, response_id) references survey_response (tenant_id, id) on delete cascade
);
create index survey_answer_of_question on survey_answer (tenant_id, question_id, row_key);

-- ── Needs 需求 ─────────────────────────────────────────────────────────────────────────────────────────────────
create table need (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  title text not null constraint need_title_not_empty check (length(btrim(title)) > 0),
  description text not null default '',
  level text not null constraint need_level_known check (level in ('business', 'organisation', 'personal')),
  visibility text not null constraint need_visibility_known check (visibility in ('explicit', 'hidden')),
  became_explicit_on date,
  state text not null default 'signal' constraint need_state_known
    check (state in ('signal', 'hypothesis', 'validated', 'solved', 'valued', 'declined')),
  state_since date not null,
  source text not null constraint need_source_known
    check (source in ('interview', 'financial_report', 'industry_report', 'complaint', 'survey', 'visit', 'other')),
  source_kind text constraint need_source_kind_known check (source_kind in ('case', 'survey_response', 'interaction')),
  source_id uuid,
  -- Their person whose need it is, ours who works on it.
  person_id uuid,
  owner_user_id uuid,
  department_id uuid,
  project_id uuid,
  -- Worth to the customer and to us, cost to us, of the workspace's currency a year; how well we can do it, 0 … 5.
  customer_value_minor bigint constraint need_customer_value_not_negative check (customer_value_minor >= 0),
  profit_minor bigint,
  cost_minor bigint constraint need_cost_not_negative check (cost_minor >= 0),
  capability smallint constraint need_capability_range check (capability between 0 and 5),
  declined_because text,
  declined_told_on date,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint need_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint need_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id),
  constraint need_owner_exists foreign key (tenant_id, owner_user_id) references app_user (tenant_id, id),
  constraint need_department_exists foreign key (tenant_id, department_id) references department (tenant_id, id),
  constraint need_project_exists foreign key (tenant_id, project_id) references project (tenant_id, id) on delete set null (project_id),
  constraint need_explicit_dated check (visibility = 'explicit' or became_explicit_on is null),
  constraint need_declined_because check ((state = 'declined') = (declined_because is not null)),
  constraint need_source_named check ((source_kind is null) = (source_id is null))
);
create index need_of_account on need (tenant_id, account_id, state);
create index need_by_state on need (tenant_id, state, state_since);
create index need_of_person on need (tenant_id, person_id) where person_id is not null;
create index need_of_source on need (tenant_id, source_kind, source_id) where source_id is not null;

-- ── Closed loop 闭环: from a dissatisfied answer to the next answer ────────────────────────────────────────────
create table feedback_loop (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  -- What it came from: an answer, or an inspection's call.
  response_id uuid,
  call_back_id uuid,
  person_id uuid,
  case_id uuid,
  need_id uuid,
  -- The department whose question, or matter, was judged so.
  department_id uuid,
  owner_user_id uuid,
  status text not null default 'open' constraint feedback_loop_status_known
    check (status in ('open', 'contacted', 'rectified', 'followed_up', 'remeasured', 'dropped')),
  opened_at timestamptz not null,
  -- Its clock runs in hours, not working days: an economic buyer, or a core account.
  is_urgent boolean not null default false,
  contact_due_at timestamptz not null,
  overdue_told_at timestamptz,
  contacted_at timestamptz,
  contacted_by uuid,
  contact_note text,
  rectified_at timestamptz,
  rectified_by uuid,
  rectification text,
  -- The customer closed its case: their own word that it was put right.
  rectified_by_customer boolean not null default false,
  followed_up_at timestamptz,
  followed_up_by uuid,
  follow_up_note text,
  asked_again_at timestamptz,
  asked_again_by uuid,
  remeasured_at timestamptz,
  remeasure_invitation_id uuid,
  -- The question that was answered so, to be asked again in the same words; the row of a matrix, or empty.
  question_id uuid,
  row_key text not null default '',
  scale text constraint feedback_loop_scale_known check (scale in ('nps', 'csat', 'ces')),
  score_before smallint,
  score_after smallint,
  -- Nobody drops one alone: who wants to, and who agreed.
  drop_asked_by uuid,
  drop_asked_at timestamptz,
  dropped_because text,
  dropped_by uuid,
  dropped_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint feedback_loop_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint feedback_loop_response_exists foreign key (tenant_id, response_id) references survey_response (tenant_id, id) on delete cascade,
  constraint feedback_loop_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id),
  constraint feedback_loop_case_exists foreign key (tenant_id, case_id) references service_case (tenant_id, id) on delete set null (case_id),
  constraint feedback_loop_need_exists foreign key (tenant_id, need_id) references need (tenant_id, id) on delete set null (need_id),
  constraint feedback_loop_department_exists foreign key (tenant_id, department_id) references department (tenant_id, id) on delete set null (department_id),
  constraint feedback_loop_owner_exists foreign key (tenant_id, owner_user_id) references app_user (tenant_id, id),
  constraint feedback_loop_response_once unique (tenant_id, response_id),
  constraint feedback_loop_call_back_once unique (tenant_id, call_back_id),
  constraint feedback_loop_dropped_because check (status <> 'dropped' or dropped_because is not null),
  constraint feedback_loop_drop_not_alone check (dropped_by is null or dropped_by is distinct from drop_asked_by),
  constraint feedback_loop_steps_in_order check (
    (status not in ('contacted', 'rectified', 'followed_up', 'remeasured') or contacted_at is not null)
    and (status not in ('rectified', 'followed_up', 'remeasured') or rectified_at is not null)
    and (status not in ('followed_up', 'remeasured') or followed_up_at is not null)
    and (status <> 'remeasured' or remeasured_at is not null))
);
create index feedback_loop_running on feedback_loop (tenant_id, contact_due_at, id) where status in ('open', 'contacted', 'rectified', 'followed_up');
create index feedback_loop_newest on feedback_loop (tenant_id, opened_at desc, id desc);
create index feedback_loop_of_account on feedback_loop (tenant_id, account_id, opened_at desc);
create index feedback_loop_of_person on feedback_loop (tenant_id, person_id) where person_id is not null;
create index feedback_loop_of_case on feedback_loop (tenant_id, case_id) where case_id is not null;
create index feedback_loop_of_need on feedback_loop (tenant_id, need_id) where need_id is not null;
create index feedback_loop_of_remeasure on feedback_loop (tenant_id, remeasure_invitation_id) where remeasure_invitation_id is not null;

-- ── Row security ─────────────────────────────────────────────────────────────────────────────────────────────
-- Rows of an account are seen by who sees the account.
do $$
declare
  name text;
begin
  foreach name in array array['service_case', 'case_event', 'cost_entry', 'public_link', 'promise', 'survey', 'survey_question',
      'survey_round', 'survey_invitation', 'survey_response', 'survey_answer', 'need', 'feedback_loop'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
  foreach name in array array['cost_entry', 'promise', 'survey_invitation', 'need', 'feedback_loop'] loop
    execute format(
      'create policy %1$I on %2$I using ((select session_sees_all()) or exists (select 1 from account seen
         where seen.tenant_id = %2$I.tenant_id and seen.id = %2$I.account_id)) with check (true)',
      name || '_visible', name);
  end loop;
  foreach name in array array['survey', 'survey_question', 'survey_round'] loop
    execute format('create policy %I on %I using (true)', name || '_all', name);
  end loop;
end $$;
-- Read in their hundred thousands: the accounts in sight are found once.
create policy service_case_visible on service_case
  using ((select session_sees_all()) or account_id in (select accounts_in_sight())) with check (true);
create policy case_event_visible on case_event
  using ((select session_sees_all()) or exists (select 1 from service_case seen
    where seen.tenant_id = case_event.tenant_id and seen.id = case_event.case_id)) with check (true);
create policy survey_response_visible on survey_response
  using ((select session_sees_all()) or account_id in (select accounts_in_sight())) with check (true);
create policy survey_answer_visible on survey_answer
  using ((select session_sees_all()) or exists (select 1 from survey_response seen
    where seen.tenant_id = survey_answer.tenant_id and seen.id = survey_answer.response_id)) with check (true);
-- A link of no account (a survey's QR code) is anybody's who may look at links at all.
create policy public_link_visible on public_link
  using (account_id is null or (select session_sees_all()) or exists (select 1 from account seen
    where seen.tenant_id = public_link.tenant_id and seen.id = public_link.account_id)) with check (true);
