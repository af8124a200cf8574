-- People: lawful dossiers, consent and rights, the decision chain, the relationship map and its measures.
-- Class P (personal) and S (sensitive) rows demand the class in the session; class S values are sealed at rest.

-- ── Persons and positions ────────────────────────────────────────────────────────────────────────────────────
alter table person
  add column is_placeholder boolean not null default false,
  add column placeholder_since date,
  -- A person who objected to profiling: no stance, influence or style may be assessed, no measure may use them.
  add column no_profiling boolean not null default false,
  -- Article 47: where erasure must wait, everything but storage stops.
  add column restricted_at timestamptz,
  add column name_key text not null default '',
  add column search_text text not null default '',
  add column search_bigrams text[] not null default '{}',
  add constraint person_placeholder_dated check (is_placeholder = (placeholder_since is not null));
create index person_by_pinyin on person (tenant_id, pinyin, id);
create index person_by_name_key on person (tenant_id, name_key);
create index person_search_trigram on person using gin (tenant_id, search_text gin_trgm_ops);
create index person_search_bigram on person using gin (tenant_id, search_bigrams);

alter table position
  add column version integer not null default 1,
  add column updated_at timestamptz not null default now(),
  add column reports_to_id uuid,
  add column ended_because text constraint position_ended_because_known
    check (ended_because in ('left_company', 'moved_account', 'moved_inside', 'retired', 'entered_by_mistake')),
  add constraint position_of_its_account unique (tenant_id, account_id, id),
  add constraint position_not_its_own_superior check (reports_to_id <> id),
  add constraint position_superior_at_same_account foreign key (tenant_id, account_id, reports_to_id)
    references position (tenant_id, account_id, id) on delete set null (reports_to_id);
-- Derived: where the person knew us from before this job (door-opener), the last two-way contact at this account, and what search
-- and the hunt for duplicates read.
alter table position
  add column came_from_account_id uuid,
  add column last_contact_on date,
  add column phone_key text,
  add column email_key text,
  add column search_text text not null default '',
  add column search_bigrams text[] not null default '{}',
  add constraint position_came_from_exists foreign key (tenant_id, came_from_account_id)
    references account (tenant_id, id) on delete set null (came_from_account_id);
create index position_of_door_opener on position (tenant_id, person_id) where came_from_account_id is not null and ends_on is null;
create index position_by_phone on position (tenant_id, phone_key) where phone_key is not null;
create index position_by_email on position (tenant_id, email_key) where email_key is not null;
create index position_search_trigram on position using gin (tenant_id, search_text gin_trgm_ops);
create index position_search_bigram on position using gin (tenant_id, search_bigrams);
create index person_of_placeholder on person (tenant_id, pinyin, id) where is_placeholder;

-- Two neighbouring letters, and every single letter beyond ASCII: what one or two typed characters are looked up by.
create function bigrams_of(words text) returns text[] language sql immutable parallel safe as
$$ select coalesce(array_agg(distinct piece), '{}') from (
     select substr(word, i, 2) as piece from regexp_split_to_table(words, ' ') word, generate_series(1, length(word) - 1) i
     union all
     select substr(word, i, 1) from regexp_split_to_table(words, ' ') word, generate_series(1, length(word)) i
     where substr(word, i, 1) > chr(127)) pieces $$;
create function note_position_keys() returns trigger language plpgsql as $$
declare
  digits text := regexp_replace(coalesce(new.work_phone, ''), '[^0-9]', '', 'g');
begin
  new.phone_key := nullif(right(digits, 11), '');
  if length(new.phone_key) < 6 then new.phone_key := null; end if;
  new.email_key := nullif(lower(btrim(coalesce(new.work_email, ''))), '');
  new.search_text := btrim(regexp_replace(lower(normalize(
    concat_ws(' ', new.title, new.department, nullif(digits, ''), new.work_email), nfkc)), '\s+', ' ', 'g'));
  new.search_bigrams := bigrams_of(new.search_text);
  return new;
end $$;
create trigger note_position_keys before insert or update of title, department, work_phone, work_email on position
  for each row execute function note_position_keys();

create index position_of_person on position (tenant_id, person_id);
create index position_of_superior on position (tenant_id, account_id, reports_to_id) where reports_to_id is not null;

-- Month and day of what is remembered every year, so that the days ahead are found by index.
alter table position add column starts_month_day smallint generated always as
  ((extract(month from starts_on) * 100 + extract(day from starts_on))::smallint) stored;
create index position_by_anniversary on position (tenant_id, starts_month_day) where ends_on is null and starts_on is not null;
alter table account add column contract_start_month_day smallint generated always as
  ((extract(month from contract_start_on) * 100 + extract(day from contract_start_on))::smallint) stored;
create index account_by_contract_anniversary on account (tenant_id, contract_start_month_day) where contract_start_on is not null;
-- How a leap-month birthday is kept in a year that has the month: in it alone, or in both.
alter table tenant add column leap_month_habit text not null default 'leap_month'
  constraint tenant_leap_month_habit_known check (leap_month_habit in ('leap_month', 'both'));

-- Two records of one human being put together. `before` says how to take it back: ids of what moved and the rows that had to give
-- way, sealed, as some of them describe the person. It goes with the person, and when its time is over.
create table person_merge (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  kept_person_id uuid not null,
  gone_person_id uuid not null,
  gone_name text not null,
  before_sealed bytea,
  merged_by uuid,
  merged_at timestamptz not null default now(),
  undo_until timestamptz not null,
  undone_at timestamptz,
  primary key (tenant_id, id),
  constraint person_merge_of_two check (kept_person_id <> gone_person_id),
  constraint person_merge_kept_exists foreign key (tenant_id, kept_person_id) references person (tenant_id, id) on delete cascade
);
create index person_merge_of_kept on person_merge (tenant_id, kept_person_id);

-- Small files that prove something or show someone: evidence of a consent, a photo.
create table stored_file (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null constraint stored_file_size check (size_bytes between 1 and 5242880),
  sha256 bytea not null,
  content bytea not null,
  stored_by uuid,
  stored_at timestamptz not null default now(),
  primary key (tenant_id, id)
);

-- ── Consent, notice, impact assessment ───────────────────────────────────────────────────────────────────────
create table privacy_notice (
  tenant_id uuid not null references tenant (id) on delete cascade,
  version integer not null,
  -- What stands behind the public address; unguessable, the same for every version.
  public_key text not null,
  content jsonb not null,
  published_by uuid,
  published_at timestamptz not null default now(),
  primary key (tenant_id, version)
);
create index privacy_notice_of_key on privacy_notice (public_key);

create table consent_text (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  scope text[] not null,
  purpose text not null,
  words text not null,
  -- SHA-256 of scope, purpose and words: an edit is another text, and earlier consents do not cover it.
  text_version text not null,
  published_by uuid,
  published_at timestamptz not null default now(),
  retired_at timestamptz,
  -- The text that took its place: consents given to this one no longer carry new uses (Article 14).
  replaced_by uuid,
  primary key (tenant_id, id)
);
create unique index consent_text_version_once on consent_text (tenant_id, text_version);

create table consent (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  scope text[] not null constraint consent_scope_not_empty check (cardinality(scope) > 0),
  -- Separate consent: a sensitive scope stands in a row of its own (Article 29).
  is_sensitive boolean not null,
  purpose text not null,
  text_version text not null,
  method text not null constraint consent_method_known check (method in ('portal', 'paper', 'wecom_reply', 'oral_witnessed')),
  witness text,
  given_by_guardian text,
  evidence_file_id uuid,
  given_at timestamptz not null,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_via text,
  collected_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint consent_expires_after_given check (expires_at > given_at),
  constraint consent_separate check (not is_sensitive or cardinality(scope) = 1),
  constraint consent_evidence_exists foreign key (tenant_id, evidence_file_id) references stored_file (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index consent_of_person on consent (tenant_id, person_id, given_at desc);
create index consent_by_end on consent (tenant_id, expires_at) where withdrawn_at is null;

-- Links by which the person withdraws without signing in; only the hash of the secret is kept. One withdrawal uses it up.
create table consent_link (
  tenant_id uuid not null,
  id uuid not null,
  consent_id uuid not null,
  token_hash bytea not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, consent_id) references consent (tenant_id, id) on delete cascade
);
create unique index consent_link_token_once on consent_link (tenant_id, token_hash);
create index consent_link_of_consent on consent_link (tenant_id, consent_id);

-- The workspace's own terms: working days to answer a request, months a consent lasts.
create table privacy_setting (
  tenant_id uuid not null references tenant (id) on delete cascade,
  request_working_days integer not null default 15 constraint privacy_setting_days_range check (request_working_days between 1 and 60),
  consent_months integer not null default 24 constraint privacy_setting_months_range check (consent_months between 1 and 60),
  sensitive_consent_months integer not null default 12
    constraint privacy_setting_sensitive_months_range check (sensitive_consent_months between 1 and 24),
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (tenant_id)
);

create table impact_assessment (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  title text not null,
  -- What it covers: fact kinds, or 'automated_decision', 'entrust', 'provide', 'publish', 'cross_border'.
  covers text[] not null constraint impact_assessment_covers_something check (cardinality(covers) > 0),
  purpose text not null default '',
  necessity text not null default '',
  impact text not null default '',
  measures text not null default '',
  status text not null default 'draft' constraint impact_assessment_status_known check (status in ('draft', 'approved', 'refused', 'ended')),
  assessed_by uuid,
  approved_by uuid,
  approved_on date,
  decision_note text,
  ended_on date,
  -- At least three years after the end (Article 56).
  keep_until date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);

-- ── Facts ────────────────────────────────────────────────────────────────────────────────────────────────────
create table fact (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  class text not null constraint fact_class_known check (class in ('B', 'P', 'S')),
  -- Clear for B and P, sealed for S; never both.
  value jsonb,
  value_sealed bytea,
  basis text not null constraint fact_basis_known check (basis in ('consent', 'contract_party', 'legal_duty', 'public_source', 'other_law')),
  purpose text not null,
  source text not null,
  consent_id uuid,
  assessment_id uuid,
  collected_by uuid,
  collected_on date not null,
  verified_on date not null,
  expires_on date not null,
  -- `lunar-6-15`: under which day of the year a birthday is looked for.
  anniversary_key text generated always as (case when kind = 'birthday'
    then (value ->> 'calendar') || '-' || (value ->> 'month') || '-' || (value ->> 'day') end) stored,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint fact_sealed_when_sensitive check (case when class = 'S' then value is null and value_sealed is not null
    else value is not null and value_sealed is null end),
  constraint fact_sensitive_is_consented check (class <> 'S' or (basis = 'consent' and consent_id is not null and assessment_id is not null)),
  constraint fact_consent_named check (basis <> 'consent' or consent_id is not null),
  constraint fact_expires_after_verified check (expires_on >= verified_on),
  constraint fact_consent_exists foreign key (tenant_id, consent_id) references consent (tenant_id, id),
  constraint fact_assessment_exists foreign key (tenant_id, assessment_id) references impact_assessment (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index fact_of_person on fact (tenant_id, person_id, kind);
create index fact_of_consent on fact (tenant_id, consent_id) where consent_id is not null;
create index fact_by_end on fact (tenant_id, expires_on);
create index fact_by_anniversary on fact (tenant_id, anniversary_key) where anniversary_key is not null;
create index fact_of_kind on fact (tenant_id, kind, person_id);
alter table fact add column batch_id uuid;
create index fact_of_batch on fact (tenant_id, batch_id) where batch_id is not null;
alter table import_batch drop constraint import_batch_kind_known;
alter table import_batch add constraint import_batch_kind_known
  check (kind in ('account', 'contact', 'product', 'order', 'invoice', 'payment', 'delivery', 'fact'));
-- Rows of each kind where a dry run reached the criminal line of facts § 1, and who of compliance let it go on.
alter table import_batch
  add column bulk_warning jsonb,
  add column bulk_acknowledged_by uuid,
  add column bulk_acknowledged_at timestamptz;

-- "Ask on the next visit": prompts taken up or put off, per person and kind.
create table fact_prompt (
  tenant_id uuid not null,
  person_id uuid not null,
  kind text not null,
  state text not null constraint fact_prompt_state_known check (state in ('ask', 'put_off', 'refused')),
  put_off_until date,
  set_by uuid,
  set_at timestamptz not null default now(),
  primary key (tenant_id, person_id, kind),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);

create table person_photo (
  tenant_id uuid not null,
  person_id uuid not null,
  file_id uuid not null,
  consent_id uuid not null,
  expires_on date not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, file_id) references stored_file (tenant_id, id),
  foreign key (tenant_id, consent_id) references consent (tenant_id, id)
);

-- The bytes of a picture go with it, however it goes.
create function drop_photo_file() returns trigger language plpgsql as $$
begin
  delete from stored_file where tenant_id = old.tenant_id and id = old.file_id;
  return null;
end $$;
create trigger drop_photo_file after delete on person_photo for each row execute function drop_photo_file();

-- What was deleted, when and why; never what it said.
create table deletion_receipt (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  person_id uuid,
  reason text not null constraint deletion_receipt_reason_known
    check (reason in ('expired', 'consent_withdrawn', 'consent_expired', 'subject_request', 'purpose_done', 'corrected', 'person_erased')),
  counts jsonb not null,
  consent_id uuid,
  request_id uuid,
  deleted_by uuid,
  deleted_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index deletion_receipt_newest on deletion_receipt (tenant_id, deleted_at desc);
create index deletion_receipt_of_person on deletion_receipt (tenant_id, person_id) where person_id is not null;

create table subject_request (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  person_id uuid,
  requester text not null,
  kind text not null constraint subject_request_kind_known check (kind in
    ('consult', 'copy', 'transfer', 'correct', 'erase', 'restrict', 'explain', 'object_profiling', 'withdraw', 'relative_of_deceased')),
  words text not null default '',
  received_on date not null,
  received_via text not null,
  due_on date not null,
  identity_checked text,
  identity_checked_by uuid,
  status text not null default 'open' constraint subject_request_status_known check (status in ('open', 'identity_checked', 'done', 'refused')),
  reply text,
  refusal_reason text,
  handled_by uuid,
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint subject_request_refused_with_reason check (status <> 'refused' or refusal_reason is not null)
);
create index subject_request_of_person on subject_request (tenant_id, person_id) where person_id is not null;
create index subject_request_open on subject_request (tenant_id, due_on) where status in ('open', 'identity_checked');

create table incident (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  title text not null,
  happened_at timestamptz,
  discovered_at timestamptz not null,
  kinds text[] not null default '{}',
  persons_affected integer constraint incident_persons_not_negative check (persons_affected >= 0),
  cause text not null default '',
  harm text not null default '',
  measures text not null default '',
  contact text not null default '',
  status text not null default 'open' constraint incident_status_known check (status in ('open', 'authority_notified', 'persons_notified', 'closed')),
  authority_notified_at timestamptz,
  persons_notified_at timestamptz,
  no_notice_because text,
  recorded_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);

-- ── Decision chain ───────────────────────────────────────────────────────────────────────────────────────────
create table project (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null constraint project_name_not_empty check (length(btrim(name)) > 0),
  status text not null default 'open' constraint project_status_known check (status in ('open', 'won', 'lost', 'stopped')),
  ended_on date,
  created_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint project_of_its_account unique (tenant_id, account_id, id),
  constraint project_ended_dated check ((status = 'open') = (ended_on is null)),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
create index project_of_account on project (tenant_id, account_id);
create unique index project_name_once on project (tenant_id, account_id, lower(name)) where status = 'open';

-- project_id null is the account's default.
create table buying_role (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  project_id uuid,
  role text not null constraint buying_role_known check (role in ('economic_buyer', 'technical', 'user', 'coach', 'gatekeeper')),
  -- The day on which the three tests of a coach were shown; their sentences stand in coach_test.
  coach_tested_on date,
  set_by uuid,
  set_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint buying_role_once unique nulls not distinct (tenant_id, account_id, project_id, person_id),
  constraint buying_role_coach_tested check ((role = 'coach') = (coach_tested_on is not null)),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id, project_id) references project (tenant_id, account_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create unique index buying_role_one_economic_buyer on buying_role (tenant_id, account_id, project_id) nulls not distinct
  where role = 'economic_buyer';
create index buying_role_of_person on buying_role (tenant_id, person_id);

-- The three tests of a coach: credible, wants us to win, acts for us; each with its sentence of evidence, class P.
create table coach_test (
  tenant_id uuid not null,
  buying_role_id uuid not null,
  test text not null constraint coach_test_known check (test in ('credible', 'wants_us_to_win', 'acts_for_us')),
  account_id uuid not null,
  person_id uuid not null,
  evidence text not null constraint coach_test_evidence_not_empty check (length(btrim(evidence)) > 0),
  noted_by uuid,
  noted_on date not null,
  primary key (tenant_id, buying_role_id, test),
  foreign key (tenant_id, buying_role_id) references buying_role (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index coach_test_of_person on coach_test (tenant_id, person_id);

-- Append-only: every judgement stays with who made it, when and on what answers. A wrong one is struck, not edited.
create table stance_assessment (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  project_id uuid,
  stance text not null constraint stance_known check (stance in
    ('insider', 'ally', 'supporter', 'neutral', 'sceptic', 'misinformed', 'backslider', 'opponent')),
  answers jsonb not null default '[]',
  evidence text not null default '',
  assessed_by uuid,
  assessed_on date not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id, project_id) references project (tenant_id, account_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index stance_of_account on stance_assessment (tenant_id, account_id, person_id, assessed_on desc, id desc);
create index stance_of_person on stance_assessment (tenant_id, person_id);

create table influence_assessment (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  project_id uuid,
  influence smallint not null constraint influence_range check (influence between 1 and 5),
  answers jsonb not null default '[]',
  evidence text not null default '',
  assessed_by uuid,
  assessed_on date not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id, project_id) references project (tenant_id, account_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index influence_of_account on influence_assessment (tenant_id, account_id, person_id, assessed_on desc, id desc);
create index influence_of_person on influence_assessment (tenant_id, person_id);

create table style_assessment (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  style text not null constraint style_known check (style in ('driver', 'expressive', 'amiable', 'analytical')),
  answers jsonb not null default '[]',
  note text not null default '',
  assessed_by uuid,
  assessed_on date not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index style_of_person on style_assessment (tenant_id, person_id, assessed_on desc, id desc);

-- How well one of us and one of them know each other: six steps, now and wanted.
create table pair_level (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  person_id uuid not null,
  current_level smallint not null constraint pair_level_current_range check (current_level between 1 and 6),
  desired_level smallint constraint pair_level_desired_range check (desired_level between 1 and 6),
  is_executive_pairing boolean not null default false,
  note text not null default '',
  noted_by uuid,
  noted_on date not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint pair_level_once unique (tenant_id, account_id, user_id, person_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
create index pair_level_of_person on pair_level (tenant_id, person_id);

-- What the workspace calls a step; without a row the usual word stands.
create table pair_level_name (
  tenant_id uuid not null references tenant (id) on delete cascade,
  level smallint not null constraint pair_level_name_range check (level between 1 and 6),
  name text not null constraint pair_level_name_not_empty check (length(btrim(name)) > 0),
  primary key (tenant_id, level)
);

-- ── Relationship map ─────────────────────────────────────────────────────────────────────────────────────────
create table tie (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  from_person_id uuid not null,
  to_person_id uuid not null,
  kind text not null constraint tie_kind_known check (kind in
    ('influence', 'conflict', 'matrix_line', 'schoolmate', 'fellow_townsman', 'former_colleague', 'relative', 'friend')),
  weight smallint not null default 2 constraint tie_weight_range check (weight between 1 and 3),
  evidence text not null default '',
  noted_by uuid,
  noted_on date not null,
  ended_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint tie_not_to_oneself check (from_person_id <> to_person_id),
  constraint tie_order check (ended_on >= noted_on),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, from_person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, to_person_id) references person (tenant_id, id) on delete cascade
);
create unique index tie_once on tie (tenant_id, account_id, from_person_id, to_person_id, kind) where ended_on is null;
create index tie_from_person on tie (tenant_id, from_person_id);
create index tie_to_person on tie (tenant_id, to_person_id);

-- Where somebody put a person on the map; owner null is the layout shared by all.
create table map_place (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  owner_user_id uuid,
  person_id uuid not null,
  x real not null,
  y real not null,
  primary key (tenant_id, id),
  constraint map_place_once unique nulls not distinct (tenant_id, account_id, owner_user_id, person_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, owner_user_id) references app_user (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);

-- Whom a job reported to before it was changed, so that the map of an earlier day can be drawn again.
create table past_superior (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  position_id uuid not null,
  superior_position_id uuid,
  -- Held until the day before this one, counted in the workspace's own time zone.
  changed_on date not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  constraint past_superior_of_position foreign key (tenant_id, account_id, position_id)
    references position (tenant_id, account_id, id) on delete cascade
);
create index past_superior_of_account on past_superior (tenant_id, account_id, changed_on, changed_at);
create index past_superior_of_job on past_superior (tenant_id, position_id);

-- No circle of superiors whoever draws the line: others who change lines of the account wait, then the climb starts at the new one.
create function keep_reporting_line() returns trigger language plpgsql as $$
begin
  if new.reports_to_id is not null then
    perform pg_advisory_xact_lock(hashtextextended('reporting-lines:' || new.tenant_id::text || ':' || new.account_id::text, 0));
    if exists (
      with recursive above (id, reports_to_id) as (
        select id, reports_to_id from position where tenant_id = new.tenant_id and id = new.reports_to_id
        union
        select up.id, up.reports_to_id from position up join above on up.tenant_id = new.tenant_id and up.id = above.reports_to_id)
      select 1 from above where id = new.id)
    then
      raise exception 'nobody can be their own superior' using errcode = 'check_violation', constraint = 'position_no_cycle';
    end if;
  end if;
  -- A superior whose job was deleted cannot be drawn again; a line drawn with the job has nothing before it.
  if tg_op = 'UPDATE' and new.account_id = old.account_id and (old.reports_to_id is null or exists
    (select 1 from position was where was.tenant_id = old.tenant_id and was.id = old.reports_to_id))
  then
    insert into past_superior (tenant_id, account_id, position_id, superior_position_id, changed_on)
    select new.tenant_id, new.account_id, new.id, old.reports_to_id, (now() at time zone t.time_zone)::date
    from tenant t where t.id = new.tenant_id;
  end if;
  return new;
end $$;
create trigger position_no_cycle before insert on position
  for each row when (new.reports_to_id is not null) execute function keep_reporting_line();
create trigger position_keeps_past_superior before update of reports_to_id on position
  for each row when (new.reports_to_id is distinct from old.reports_to_id) execute function keep_reporting_line();

-- ── Measures ─────────────────────────────────────────────────────────────────────────────────────────────────
-- The present measures of an account (project null) or of one of its projects.
create table account_relationship (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  project_id uuid,
  as_of date not null,
  members integer not null,
  support_index double precision,
  coverage double precision,
  known_share double precision,
  thread_count integer not null,
  bus_factor integer not null,
  support_index_before double precision,
  coverage_before double precision,
  red_flags text[] not null default '{}',
  computed_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint account_relationship_once unique nulls not distinct (tenant_id, account_id, project_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id, project_id) references project (tenant_id, account_id, id) on delete cascade
);
-- Movers: the largest rise and fall since the week before, read from either end.
create index account_relationship_by_move on account_relationship (tenant_id, (support_index - support_index_before))
  where project_id is null and support_index_before is not null;

-- Whom to turn to next. It lets stance and influence be guessed, so it is class P like them.
create table relationship_step (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  project_id uuid,
  person_id uuid not null,
  step text not null constraint relationship_step_known check (step in ('contact', 'stance')),
  gain double precision not null,
  effort double precision not null,
  through_user_id uuid,
  primary key (tenant_id, id),
  constraint relationship_step_once unique nulls not distinct (tenant_id, account_id, project_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id, project_id) references project (tenant_id, account_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, through_user_id) references app_user (tenant_id, id) on delete set null (through_user_id)
);
create index relationship_step_of_person on relationship_step (tenant_id, person_id);

-- One row a week: the Monday it counts for.
create table relationship_snapshot (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  project_id uuid,
  week_on date not null,
  members integer not null,
  support_index double precision,
  coverage double precision,
  known_share double precision,
  thread_count integer not null,
  bus_factor integer not null,
  taken_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint relationship_snapshot_once unique nulls not distinct (tenant_id, account_id, project_id, week_on),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id, project_id) references project (tenant_id, account_id, id) on delete cascade
);

alter table interaction drop constraint interaction_kind_known;
alter table interaction add constraint interaction_kind_known
  check (kind in ('visit', 'call', 'meeting', 'meal', 'message', 'event', 'executive_meeting'));
-- Who of us took part beside the one who logged it.
alter table interaction add column our_user_ids uuid[] not null default '{}';

alter table signal drop constraint signal_kind_known;
alter table signal add constraint signal_kind_known check (kind in
  ('season_closed', 'rhythm_broken', 'order_amount_shrinking', 'product_category_lost', 'payment_delay',
   'economic_buyer_unknown', 'economic_buyer_never_met', 'single_threaded', 'majority_not_supporting', 'no_opponent_mapped',
   'gatekeeper_ignored', 'stance_stale', 'placeholder_old'));

-- ── Row-level security ───────────────────────────────────────────────────────────────────────────────────────
do $$
declare
  name text;
begin
  foreach name in array array['person_merge', 'stored_file', 'privacy_notice', 'consent_text', 'consent', 'consent_link', 'privacy_setting', 'impact_assessment', 'fact',
    'fact_prompt', 'person_photo', 'deletion_receipt', 'subject_request', 'incident', 'project', 'buying_role', 'stance_assessment',
    'influence_assessment', 'style_assessment', 'coach_test', 'pair_level', 'pair_level_name', 'tie', 'map_place', 'past_superior', 'account_relationship', 'relationship_step', 'relationship_snapshot']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
  end loop;
  -- The workspace's own papers: the tenant is the whole rule; who may read them is a permission.
  foreach name in array array['person_merge', 'stored_file', 'privacy_notice', 'consent_text', 'consent_link', 'privacy_setting', 'impact_assessment',
    'deletion_receipt', 'subject_request', 'incident', 'pair_level_name']
  loop
    execute format('create policy %I on %I using (true)', name || '_all', name);
  end loop;
  -- What hangs on an account is seen with it.
  foreach name in array array['project', 'buying_role', 'past_superior', 'account_relationship', 'relationship_snapshot']
  loop
    execute format('create policy %I on %I using ((select session_sees_all()) or exists '
      '(select 1 from account seen where seen.tenant_id = %I.tenant_id and seen.id = %I.account_id)) with check (true)',
      name || '_visible', name, name, name);
  end loop;
end $$;
-- A published notice is read by anybody who has its address.
create policy privacy_notice_public on privacy_notice for select
  using (public_key = (select nullif(current_setting('mainstay.notice_key', true), '')));
drop policy privacy_notice_tenant on privacy_notice;
create policy privacy_notice_tenant on privacy_notice as restrictive
  using (tenant_id = (select session_tenant())
    or public_key = (select nullif(current_setting('mainstay.notice_key', true), '')));
drop policy privacy_notice_all on privacy_notice;
create policy privacy_notice_all on privacy_notice using (tenant_id = (select session_tenant()));

-- A person is seen through any job, present or past, at an account that is seen.
drop policy person_all on person;
create policy person_visible on person using (
  (select session_sees_all()) or exists (select 1 from position job where job.tenant_id = person.tenant_id and job.person_id = person.id))
  with check (true);

-- Consents go with the person.
create policy consent_visible on consent using (exists (select 1 from person seen where seen.tenant_id = consent.tenant_id
  and seen.id = consent.person_id)) with check (true);
do $$
declare
  name text;
begin
  -- Profiles, and what somebody wishes not to say, are class P, and rest while the person's use is restricted.
  foreach name in array array['fact_prompt', 'person_photo', 'stance_assessment', 'influence_assessment', 'style_assessment', 'coach_test', 'pair_level', 'relationship_step'] loop
    execute format('create policy %I on %I using (%L = any((select session_fact_classes())::text[]) and exists '
      '(select 1 from person seen where seen.tenant_id = %I.tenant_id and seen.id = %I.person_id '
      'and (seen.restricted_at is null or (select session_sees_restricted())))) with check (true)',
      name || '_visible', name, 'P', name, name);
  end loop;
  foreach name in array array['stance_assessment', 'influence_assessment', 'coach_test', 'pair_level', 'relationship_step'] loop
    execute format('create policy %I on %I as restrictive for select using ((select session_sees_all()) or exists '
      '(select 1 from account seen where seen.tenant_id = %I.tenant_id and seen.id = %I.account_id))',
      name || '_of_account', name, name, name);
  end loop;
end $$;
create policy fact_visible on fact using (class = any((select session_fact_classes())::text[]) and exists
  (select 1 from person seen where seen.tenant_id = fact.tenant_id and seen.id = fact.person_id
    and (seen.restricted_at is null or (select session_sees_restricted())))) with check (true);
-- What is past its end is out of sight even where no nightly round ran (west of everybody it is still yesterday).
create policy fact_in_force on fact as restrictive for select
  using ((select session_sees_restricted()) or expires_on >= ((now() at time zone 'Etc/GMT+12')::date));
-- Lines of the organisation are business; who influences, likes or resents whom is personal.
create policy tie_visible on tie using (
  (kind = 'matrix_line' or 'P' = any((select session_fact_classes())::text[]))
  and ((select session_sees_all()) or exists (select 1 from account seen where seen.tenant_id = tie.tenant_id and seen.id = tie.account_id))
  and not exists (select 1 from person ends where ends.tenant_id = tie.tenant_id and ends.id in (tie.from_person_id, tie.to_person_id)
    and ends.restricted_at is not null and not (select session_sees_restricted())))
  with check (true);
create policy map_place_visible on map_place using (
  (owner_user_id is null or owner_user_id = (select session_actor()))
  and ((select session_sees_all()) or exists (select 1 from account seen where seen.tenant_id = map_place.tenant_id and seen.id = map_place.account_id)))
  with check (owner_user_id is null or owner_user_id = (select session_actor()));

-- No index of words can serve a table under row security (see the foundation): ids only, joined under the caller's policies.
create policy person_search on person for select to current_user using (true);
drop policy person_visible on person;
drop policy person_tenant on person;
create policy person_tenant on person as restrictive to mainstay_app using (tenant_id = (select session_tenant()));
create policy person_visible on person to mainstay_app using (
  (select session_sees_all()) or exists (select 1 from position job where job.tenant_id = person.tenant_id and job.person_id = person.id))
  with check (true);
create function persons_like(pattern text) returns setof uuid
language sql stable security definer rows 500 set search_path = public as
$$ select id from person where tenant_id = session_tenant() and search_text like pattern $$;
create function persons_with_bigram(wanted text) returns setof uuid
language sql stable security definer rows 500 set search_path = public as
$$ select id from person where tenant_id = session_tenant() and search_bigrams @> array[wanted] $$;
-- The same for the words of a job: title, department, phone, mail. Ids of jobs.
create policy position_search on position for select to current_user using (true);
drop policy position_visible on position;
drop policy position_tenant on position;
create policy position_tenant on position as restrictive to mainstay_app using (tenant_id = (select session_tenant()));
create policy position_visible on position to mainstay_app using (
  (select session_sees_all()) or exists (select 1 from account seen where seen.tenant_id = position.tenant_id and seen.id = position.account_id))
  with check (true);
create function positions_like(pattern text) returns setof uuid
language sql stable security definer rows 500 set search_path = public as
$$ select id from position where tenant_id = session_tenant() and search_text like pattern $$;
create function positions_with_bigram(wanted text) returns setof uuid
language sql stable security definer rows 500 set search_path = public as
$$ select id from position where tenant_id = session_tenant() and search_bigrams @> array[wanted] $$;
revoke all on function positions_like(text), positions_with_bigram(text) from public;
grant execute on function positions_like(text), positions_with_bigram(text) to mainstay_app;
revoke all on function persons_like(text), persons_with_bigram(text) from public;
grant execute on function persons_like(text), persons_with_bigram(text) to mainstay_app;

revoke update on deletion_receipt from mainstay_app;

-- The last two-way contact of each person at each account.
create function note_person_contacts() returns trigger language plpgsql as $$
begin
  if session_tenant() is null then return null; end if;
  update position o set last_contact_on = greatest(o.last_contact_on, c.last_on)
  from (select tenant_id, account_id, person_id, max(occurred_on) as last_on
    from written, unnest(person_ids) person_id where is_two_way group by 1, 2, 3) c
  where o.tenant_id = c.tenant_id and o.account_id = c.account_id and o.person_id = c.person_id
    and (o.last_contact_on is null or o.last_contact_on < c.last_on);
  return null;
end $$;
create trigger note_new_person_contacts after insert on interaction referencing new table as written
  for each statement execute function note_person_contacts();

-- What was on file before: found by the words there are; the next edit derives them whole.
alter table person no force row level security;
alter table position no force row level security;
update position set title = title;
update person set name_key = regexp_replace(lower(normalize(name, nfkc)), '[[:space:][:punct:]·・]+', '', 'g'),
  search_text = btrim(regexp_replace(lower(normalize(
    concat_ws(' ', name, replace(pinyin, ' ', ''), initials, external_id), nfkc)), '\s+', ' ', 'g'));
update person set search_bigrams = bigrams_of(search_text);
alter table person force row level security;
alter table position force row level security;
