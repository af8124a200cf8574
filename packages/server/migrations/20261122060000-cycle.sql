-- The cycle: what a customer is owed, by whom and when, what was done, and what waits for a decision.
-- Rows that several rooms read stand here; what one room alone reads stands in that room's own migration.

-- ── Accounts: the stage of their life with us ────────────────────────────────────────────────────────────────
alter table account
  add column lifecycle_stage text constraint account_stage_known
    check (lifecycle_stage in ('onboarding', 'stable', 'deep', 'symbiosis')),
  add column lifecycle_stage_since date,
  add constraint account_stage_dated check ((lifecycle_stage is null) = (lifecycle_stage_since is null));
create index account_by_stage on account (tenant_id, lifecycle_stage, id) where lifecycle_stage is not null;

-- ── Signals: kinds the cycle raises, what they cost or saved ─────────────────────────────────────────────────
alter table signal
  drop constraint signal_kind_known,
  add constraint signal_kind_known check (kind in (
    'season_closed', 'rhythm_broken', 'order_amount_shrinking', 'product_category_lost', 'payment_delay',
    'economic_buyer_unknown', 'economic_buyer_never_met', 'single_threaded', 'majority_not_supporting', 'no_opponent_mapped',
    'gatekeeper_ignored', 'stance_stale', 'placeholder_old',
    'cadence_missed', 'contract_ending', 'key_contact_left', 'stance_fell', 'handover_overdue', 'team_incomplete',
    'requirement_change_unconfirmed')),
  -- What the outcome was worth in the workspace's currency: kept for "saved", gone for "lost".
  add column outcome_money_minor bigint constraint signal_outcome_money_not_negative check (outcome_money_minor >= 0);

-- ── Tasks: made by a playbook, a handover or a rescue too ────────────────────────────────────────────────────
alter table task
  add column origin text not null default 'manual' constraint task_origin_known
    check (origin in ('manual', 'playbook', 'handover', 'rescue', 'log')),
  -- The run, handover or rescue it belongs to, and which of its steps it is.
  add column origin_id uuid,
  add column step_key text,
  -- Words of a shipped or edited step in both languages, {"title":{"zh":…,"en":…},"why":{…},"done":{…}}; null for a person's own words.
  add column words jsonb,
  add column owner_role text,
  -- A contact of one of these kinds between `window_from_on` and the due day meets it by itself.
  add column contact_kinds text[] not null default '{}',
  add column window_from_on date,
  add column met_by_interaction_id uuid,
  add column skip_reason text,
  add column dropped_at timestamptz,
  add constraint task_origin_named check ((origin in ('manual', 'log')) = (origin_id is null));
create unique index task_step_once on task (tenant_id, origin_id, step_key) where origin_id is not null and step_key is not null;
create index task_open_due on task (tenant_id, due_on, id) where status = 'open';
create index task_waiting_for_contact on task (tenant_id, account_id, due_on) where status = 'open' and contact_kinds <> '{}';

-- ── Contacts: topic, mood, next step; one log from a phone is one row however often it is sent ───────────────
alter table interaction
  add column topic text,
  add column mood text constraint interaction_mood_known check (mood in ('pleased', 'neutral', 'worried', 'upset')),
  add column client_ref uuid;
create unique index interaction_client_ref_once on interaction (tenant_id, occurred_on, client_ref) where client_ref is not null;

-- ── Obligations: what the service policy owes an account in a period ─────────────────────────────────────────
create table obligation (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null constraint obligation_kind_known check (kind in ('visit', 'review', 'executive_meeting', 'value_report', 'case_contact')),
  -- Kinds of contact that fulfil it; empty where only a person's word does.
  contact_kinds text[] not null default '{}',
  policy_version integer not null,
  -- Which line of the policy it comes from: segment:core, grade:strategic or default.
  policy_line text not null,
  period_from date not null,
  period_to date not null,
  due_on date not null,
  owner_user_id uuid,
  status text not null default 'open' constraint obligation_status_known
    check (status in ('open', 'fulfilled', 'missed', 'dropped')),
  fulfilled_on date,
  met_by_interaction_id uuid,
  fulfilled_by uuid,
  fulfilment_note text,
  dropped_because text,
  moves integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint obligation_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint obligation_owner_exists foreign key (tenant_id, owner_user_id) references app_user (tenant_id, id),
  constraint obligation_period_order check (period_to >= period_from),
  constraint obligation_fulfilled_dated check ((status = 'fulfilled') = (fulfilled_on is not null)),
  constraint obligation_once_a_period unique (tenant_id, account_id, kind, period_from)
);
create index obligation_open_due on obligation (tenant_id, due_on, id) include (owner_user_id, account_id) where status = 'open';
create index obligation_open_of_owner on obligation (tenant_id, owner_user_id, due_on) where status = 'open';
create index obligation_of_account on obligation (tenant_id, account_id, due_on desc);

-- ── Handovers: 24 hours when their contact or our manager changes ────────────────────────────────────────────
create table handover (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  side text not null constraint handover_side_known check (side in ('ours', 'theirs')),
  -- Ours: which seat of the account's team changed hands.
  seat text constraint handover_seat_known check (seat in ('manager', 'backup', 'sponsor')),
  from_user_id uuid,
  to_user_id uuid,
  -- Theirs: the contact who left and, once known, who follows.
  person_id uuid,
  successor_person_id uuid,
  owner_user_id uuid,
  because text,
  note text not null default '',
  status text not null default 'open' constraint handover_status_known check (status in ('open', 'accepted', 'done', 'dropped')),
  started_by uuid,
  started_at timestamptz not null default now(),
  due_at timestamptz not null,
  -- When the clock was seen to have run out before acceptance; stays, whatever a clock says later. Overdue is: status open and this set.
  overdue_at timestamptz,
  accepted_by uuid,
  accepted_at timestamptz,
  -- Why it was accepted with mandatory items open.
  accepted_despite text,
  pack_sha256 text,
  visit_interaction_id uuid,
  closed_at timestamptz,
  dropped_because text,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint handover_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint handover_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  constraint handover_successor_exists foreign key (tenant_id, successor_person_id) references person (tenant_id, id)
    on delete set null (successor_person_id),
  constraint handover_from_exists foreign key (tenant_id, from_user_id) references app_user (tenant_id, id),
  constraint handover_to_exists foreign key (tenant_id, to_user_id) references app_user (tenant_id, id),
  constraint handover_owner_exists foreign key (tenant_id, owner_user_id) references app_user (tenant_id, id),
  constraint handover_side_filled check ((side = 'ours') = (seat is not null) and (side = 'theirs') = (person_id is not null)),
  constraint handover_accepted_dated check ((accepted_at is null) = (accepted_by is null))
);
create unique index handover_one_open_of_person on handover (tenant_id, account_id, person_id) where status in ('open', 'accepted') and side = 'theirs';
create unique index handover_one_open_of_seat on handover (tenant_id, account_id, seat) where status in ('open', 'accepted') and side = 'ours';
create index handover_running on handover (tenant_id, due_at, id) where status in ('open', 'accepted');
create index handover_of_account on handover (tenant_id, account_id, started_at desc);

-- ── Health: the newest judgement of every account ────────────────────────────────────────────────────────────
create table account_health (
  tenant_id uuid not null,
  account_id uuid not null,
  as_of date not null,
  -- 0 … 100 after adjustment; null where too little is known.
  score double precision,
  -- The same over the known inputs, however few: shown as provisional, never a judgement.
  provisional_score double precision,
  band text not null constraint account_health_band_known check (band in ('green', 'amber', 'red', 'insufficient')),
  known_weight double precision not null,
  -- {input: {score, weight, reason}} by formulas § 7; null score where unknown.
  inputs jsonb not null,
  vetoes jsonb not null default '[]',
  reasons jsonb not null default '[]',
  adjustment double precision not null default 0,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, account_id),
  constraint account_health_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
create index account_health_by_band on account_health (tenant_id, band, account_id);

-- ── Approvals: one mechanism for everything that waits for a second person ───────────────────────────────────
create table approval (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  kind text not null constraint approval_kind_known check (kind in (
    'segment_move', 'programme_entry', 'programme_exit', 'rescue_offer', 'discount', 'gift', 'export', 'sensitive_access')),
  -- What it is about; what happens when it is approved is the kind's own effect.
  subject_kind text not null,
  subject_id uuid,
  account_id uuid,
  -- Whom a gift or a look at sensitive facts concerns; named only to who sees the person anyway.
  person_id uuid,
  -- Words as data: {"code": …, "params": {…}}; never a personal fact.
  reason jsonb not null,
  note text not null default '',
  -- What the kind's effect needs: the segment wanted, the gift's kind and cost centre.
  detail jsonb not null default '{}',
  amount_minor bigint constraint approval_amount_not_negative check (amount_minor >= 0),
  requested_by uuid not null,
  requested_at timestamptz not null default now(),
  -- Whoever may decide: a named person, or anybody of the role.
  approver_user_id uuid,
  approver_role text not null,
  due_on date not null,
  status text not null default 'pending' constraint approval_status_known
    check (status in ('pending', 'approved', 'refused', 'withdrawn', 'lapsed')),
  decided_by uuid,
  decided_at timestamptz,
  -- Whose decision it was while a delegate made it.
  decided_for uuid,
  -- Allowed by a rule without anybody's decision (a small gift within its limits).
  is_by_rule boolean not null default false,
  decision_note text,
  used_at timestamptz,
  -- How long an approval may be used, and until when.
  valid_hours integer constraint approval_valid_hours_positive check (valid_hours > 0),
  valid_until timestamptz,
  reminders integer not null default 0,
  reminded_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint approval_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint approval_requester_exists foreign key (tenant_id, requested_by) references app_user (tenant_id, id),
  constraint approval_approver_exists foreign key (tenant_id, approver_user_id) references app_user (tenant_id, id),
  constraint approval_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete set null (person_id),
  constraint approval_role_known check (approver_role in ('manager', 'director', 'sponsor', 'compliance', 'admin')),
  constraint approval_not_by_oneself check (decided_by is null or status = 'withdrawn' or decided_by <> requested_by),
  constraint approval_decided_dated check (
    (status = 'pending') = (decided_at is null) and (status = 'pending' or is_by_rule or decided_by is not null))
);
create unique index approval_one_pending on approval (tenant_id, kind, subject_id) where status = 'pending' and subject_id is not null;
create index approval_pending on approval (tenant_id, approver_role, due_on) where status = 'pending';
create index approval_of_account on approval (tenant_id, account_id, requested_at desc) where account_id is not null;
create index approval_newest on approval (tenant_id, requested_at desc, id desc);
create index approval_of_person on approval (tenant_id, person_id, kind) where person_id is not null;

-- Who decides while somebody is away.
create table absence (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  delegate_user_id uuid not null,
  from_on date not null,
  to_on date not null,
  note text not null default '',
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint absence_user_exists foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete cascade,
  constraint absence_delegate_exists foreign key (tenant_id, delegate_user_id) references app_user (tenant_id, id),
  constraint absence_order check (to_on >= from_on),
  constraint absence_not_to_oneself check (delegate_user_id <> user_id)
);
create index absence_of_user on absence (tenant_id, user_id, to_on);

-- ── Calendar: what somebody plans ────────────────────────────────────────────────────────────────────────────
create table calendar_entry (
  tenant_id uuid not null,
  id uuid not null,
  owner_user_id uuid not null,
  account_id uuid,
  kind text not null constraint calendar_entry_kind_known check (kind in ('visit', 'meeting', 'call', 'other')),
  title text not null constraint calendar_entry_title_not_empty check (length(btrim(title)) > 0),
  place text,
  on_date date not null,
  -- Minutes after midnight in the workspace's zone; null for the whole day.
  starts_minute smallint constraint calendar_entry_start_range check (starts_minute between 0 and 1439),
  lasts_minutes integer constraint calendar_entry_length_range check (lasts_minutes between 1 and 10080),
  -- RFC 5545 RRULE without DTSTART; null when it happens once.
  recurrence text,
  skipped_on date[] not null default '{}',
  -- Days whose plan became a logged contact.
  logged_on date[] not null default '{}',
  our_user_ids uuid[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint calendar_entry_owner_exists foreign key (tenant_id, owner_user_id) references app_user (tenant_id, id),
  constraint calendar_entry_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint calendar_entry_timed check ((starts_minute is null) = (lasts_minutes is null))
);
create index calendar_entry_of_owner on calendar_entry (tenant_id, owner_user_id, on_date);
create index calendar_entry_of_account on calendar_entry (tenant_id, account_id, on_date) where account_id is not null;

-- ── Notifications inside the product ─────────────────────────────────────────────────────────────────────────
create table notification (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid,
  account_id uuid,
  -- Words as data; titles and account names, never a personal fact, a phone number or a complaint's text.
  reason jsonb not null,
  -- The same news is told once.
  dedupe_key text not null,
  -- A clock of hours is running: mailed at once to who wants that.
  is_urgent boolean not null default false,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (tenant_id, id),
  constraint notification_user_exists foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete cascade,
  constraint notification_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint notification_once unique (tenant_id, user_id, dedupe_key)
);
create index notification_newest on notification (tenant_id, user_id, created_at desc, id);
create index notification_unread on notification (tenant_id, user_id) where read_at is null;
create index notification_unmailed on notification (tenant_id, user_id, created_at) where mailed_at is null;

-- ── Row security ─────────────────────────────────────────────────────────────────────────────────────────────
-- Rows of an account are seen by who sees the account.
do $$
declare
  name text;
begin
  foreach name in array array['obligation', 'handover', 'account_health', 'approval', 'absence', 'calendar_entry', 'notification'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
  foreach name in array array['obligation', 'handover'] loop
    execute format(
      'create policy %1$I on %2$I using ((select session_sees_all()) or exists (select 1 from account seen
         where seen.tenant_id = %2$I.tenant_id and seen.id = %2$I.account_id)) with check (true)',
      name || '_visible', name);
  end loop;
end $$;
create policy account_health_visible on account_health
  using ((select session_sees_all()) or account_id in (select accounts_in_sight())) with check (true);
-- Who asked, who decides and who sees the account see an approval; what concerns no account only those who ask and decide.
create policy approval_visible on approval using (
  requested_by = (select session_actor())
  or approver_user_id = (select session_actor())
  or case when account_id is null then (select session_sees_all())
     else (select session_sees_all()) or exists (select 1 from account seen where seen.tenant_id = approval.tenant_id and seen.id = approval.account_id) end)
  with check (true);
create policy absence_all on absence using (true);
-- One's own plans, and what is planned with an account in sight.
create policy calendar_entry_visible on calendar_entry using (
  owner_user_id = any ((select session_team())::uuid[])
  or (select session_actor()) = any (our_user_ids)
  or (account_id is not null and ((select session_sees_all())
    or exists (select 1 from account seen where seen.tenant_id = calendar_entry.tenant_id and seen.id = calendar_entry.account_id)))
  or (select session_actor()) is null)
  with check (true);
-- Nobody reads another's notifications; the product itself (no actor) writes and mails them.
create policy notification_own on notification
  using ((select session_actor()) is null or user_id = (select session_actor())) with check (true);
