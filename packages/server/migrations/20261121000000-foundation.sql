-- Foundation: tenants, users, accounts, people, facts of trade, imports, evaluations, signals, audit.
-- Rules: tenant_id first in every key; row-level security on every table, forced; singular snake_case names;
-- calendar days are date; money is bigint minor units beside its currency; constraint names state the rule.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- The three facts a session carries. Wrapped in (select …) inside policies so that they are computed once a query.
create function session_tenant() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('mainstay.tenant', true), '')::uuid $$;
create function session_actor() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('mainstay.actor', true), '')::uuid $$;
create function session_sees_all() returns boolean language sql stable parallel safe as
$$ select current_setting('mainstay.visibility', true) = 'all' $$;

create table tenant (
  id uuid primary key,
  name text not null default '',
  locale text not null default 'zh-CN' constraint tenant_locale_known check (locale in ('zh-CN', 'en')),
  base_currency text not null default 'CNY' constraint tenant_currency_form check (base_currency ~ '^[A-Z]{3}$'),
  amount_unit text not null default 'yuan' constraint tenant_amount_unit_known check (amount_unit in ('yuan', 'ten_thousand_yuan')),
  time_zone text not null default 'Asia/Shanghai',
  set_up_at timestamptz,
  trade_changed_at timestamptz,
  created_at timestamptz not null default now()
);

create table app_user (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  email text not null,
  name text not null,
  role text not null constraint app_user_role_known
    check (role in ('manager', 'director', 'sponsor', 'service', 'analyst', 'compliance', 'admin')),
  visibility text not null default 'all' constraint app_user_visibility_known check (visibility in ('own', 'all')),
  locale text constraint app_user_locale_known check (locale in ('zh-CN', 'en')),
  password_hash text,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint app_user_email_lower check (email = lower(email))
);
create unique index app_user_email_once on app_user (tenant_id, email);

create table session (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  user_agent text,
  ip text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete cascade
);
create unique index session_token_once on session (tenant_id, token_hash);
create index session_of_user on session (tenant_id, user_id);

create table access_token (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  name text not null,
  token_hash bytea not null,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete cascade
);
create unique index access_token_hash_once on access_token (tenant_id, token_hash);

-- Links that work once: the first administrator, invitations.
create table one_time_link (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  kind text not null constraint one_time_link_kind_known check (kind in ('first_admin', 'admin', 'invite')),
  token_hash bytea not null,
  email text,
  name text,
  role text,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id)
);
create unique index one_time_link_token_once on one_time_link (tenant_id, token_hash);

create table import_batch (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  kind text not null constraint import_batch_kind_known
    check (kind in ('account', 'contact', 'product', 'order', 'invoice', 'payment', 'delivery')),
  source text not null default 'file' constraint import_batch_source_known check (source in ('file', 'api', 'demo')),
  status text not null constraint import_batch_status_known check (status in
    ('uploaded', 'checking', 'checked', 'committing', 'committed', 'failed', 'undoing', 'undone')),
  file_name text not null,
  file_bytes bigint not null,
  file_sha256 text not null,
  stored_as text not null,
  reading jsonb not null default '{}',
  header jsonb not null default '[]',
  sample jsonb not null default '[]',
  mapping jsonb not null default '{}',
  options jsonb not null default '{}',
  rows_total integer,
  rows_checked integer not null default 0,
  rows_done integer not null default 0,
  rows_rejected integer not null default 0,
  rows_skipped integer not null default 0,
  records_created integer not null default 0,
  records_updated integer not null default 0,
  failure jsonb,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  committed_at timestamptz,
  undone_at timestamptz,
  primary key (tenant_id, id)
);
create index import_batch_newest on import_batch (tenant_id, created_at desc, id);

create table import_rejection (
  tenant_id uuid not null,
  batch_id uuid not null,
  line integer not null,
  code text not null,
  params jsonb not null default '{}',
  cells jsonb not null default '[]',
  primary key (tenant_id, batch_id, line),
  foreign key (tenant_id, batch_id) references import_batch (tenant_id, id) on delete cascade
);

-- What a batch replaced, so that it can be undone.
create table import_before (
  tenant_id uuid not null,
  batch_id uuid not null,
  table_name text not null,
  row_key uuid not null,
  account_id uuid,
  before_batch_id uuid,
  row_before jsonb not null,
  primary key (tenant_id, batch_id, table_name, row_key),
  foreign key (tenant_id, batch_id) references import_batch (tenant_id, id) on delete cascade
);
create index import_before_of_batch on import_before (tenant_id, before_batch_id) where before_batch_id is not null;

create table import_mapping (
  tenant_id uuid not null references tenant (id) on delete cascade,
  kind text not null,
  header_signature text not null,
  mapping jsonb not null,
  options jsonb not null default '{}',
  used_at timestamptz not null default now(),
  primary key (tenant_id, kind, header_signature)
);

create table account (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  external_id text,
  name text not null constraint account_name_not_empty check (length(btrim(name)) > 0),
  short_name text,
  uscc text constraint account_uscc_form check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
  kinds text[] not null default '{}' constraint account_kinds_known
    check (kinds <@ array['economic', 'important', 'group', 'strategic', 'channel']),
  industry text,
  region text,
  country text,
  size text,
  parent_id uuid,
  ownership_percent numeric(5, 2) constraint account_ownership_range check (ownership_percent between 0 and 100),
  contract_start_on date,
  contract_end_on date,
  credit_limit_minor bigint constraint account_credit_not_negative check (credit_limit_minor >= 0),
  payment_terms_days integer constraint account_terms_range check (payment_terms_days between 0 and 3650),
  currency text constraint account_currency_form check (currency ~ '^[A-Z]{3}$'),
  manager_user_id uuid,
  backup_user_id uuid,
  sponsor_user_id uuid,
  pinyin text not null default '',
  initials text not null default '',
  name_key text not null default '',
  search_text text not null default '',
  search_bigrams text[] not null default '{}',
  batch_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint account_not_its_own_parent check (parent_id <> id),
  constraint account_contract_order check (contract_end_on >= contract_start_on),
  constraint account_parent_exists foreign key (tenant_id, parent_id) references account (tenant_id, id),
  constraint account_manager_exists foreign key (tenant_id, manager_user_id) references app_user (tenant_id, id),
  constraint account_backup_exists foreign key (tenant_id, backup_user_id) references app_user (tenant_id, id),
  constraint account_sponsor_exists foreign key (tenant_id, sponsor_user_id) references app_user (tenant_id, id)
);
create unique index account_external_id_once on account (tenant_id, external_id) where external_id is not null;
create unique index account_uscc_once on account (tenant_id, uscc) where uscc is not null;
create index account_by_pinyin on account (tenant_id, pinyin, id);
create index account_of_parent on account (tenant_id, parent_id) where parent_id is not null;
create index account_of_manager on account (tenant_id, manager_user_id) where manager_user_id is not null;
create index account_of_backup on account (tenant_id, backup_user_id) where backup_user_id is not null;
create index account_of_sponsor on account (tenant_id, sponsor_user_id) where sponsor_user_id is not null;
create index account_by_name_key on account (tenant_id, name_key);
-- Lists filter by these two most; who may see the account lies beside, so that the index alone answers.
create index account_by_region on account (tenant_id, region, id)
  include (manager_user_id, backup_user_id, sponsor_user_id) where region is not null;
create index account_by_industry on account (tenant_id, industry, id)
  include (manager_user_id, backup_user_id, sponsor_user_id) where industry is not null;
create index account_of_batch on account (tenant_id, batch_id) where batch_id is not null;
create index account_search_trigram on account using gin (tenant_id, search_text gin_trgm_ops);
create index account_search_bigram on account using gin (tenant_id, search_bigrams);

-- One dated, sourced answer about the customer's world; the newest answer of a topic is the current one.
create table account_profile (
  tenant_id uuid not null,
  account_id uuid not null,
  id uuid not null,
  topic text not null constraint account_profile_topic_known check (topic in
    ('business_model', 'network_and_it', 'our_products_in_use', 'rival_products_in_use', 'innovation_goals',
     'decision_process', 'procurement_process', 'latent_needs', 'funds_and_reputation')),
  answer text not null,
  source text not null,
  answered_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (tenant_id, account_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);

create table person (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  external_id text,
  name text not null constraint person_name_not_empty check (length(btrim(name)) > 0),
  pinyin text not null default '',
  initials text not null default '',
  batch_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index person_of_batch on person (tenant_id, batch_id) where batch_id is not null;
create unique index person_external_id_once on person (tenant_id, external_id) where external_id is not null;

create table position (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  title text,
  department text,
  work_phone text,
  work_email text,
  starts_on date,
  ends_on date,
  batch_id uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint position_order check (ends_on >= starts_on),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
create unique index position_once on position (tenant_id, person_id, account_id) where ends_on is null;
create index position_of_batch on position (tenant_id, batch_id) where batch_id is not null;
create index position_of_account on position (tenant_id, account_id);

create table product (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  external_id text not null,
  name text not null default '',
  category text,
  unit text,
  batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index product_of_batch on product (tenant_id, batch_id) where batch_id is not null;
create unique index product_external_id_once on product (tenant_id, external_id);

-- One order or one return. booked_on is the order-day it counts on: its own day, or for a return the day of the
-- order it is netted against. base_* is the tenant's currency at the rate of ordered_on.
create table sales_order (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  external_id text not null,
  account_id uuid not null,
  kind text not null constraint sales_order_kind_known check (kind in ('order', 'return')),
  ordered_on date not null,
  booked_on date not null,
  refers_to text,
  currency text not null constraint sales_order_currency_form check (currency ~ '^[A-Z]{3}$'),
  net_minor bigint not null,
  cost_minor bigint,
  base_net_minor bigint not null,
  base_cost_minor bigint,
  line_count integer not null default 0,
  batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint sales_order_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create unique index sales_order_external_id_once on sales_order (tenant_id, external_id);
create index sales_order_of_account on sales_order (tenant_id, account_id, ordered_on desc, id);
create index sales_order_of_batch on sales_order (tenant_id, batch_id) where batch_id is not null;

create table order_line (
  tenant_id uuid not null,
  ordered_on date not null,
  order_id uuid not null,
  line_no integer not null,
  account_id uuid not null,
  product_id uuid,
  quantity numeric(18, 4),
  unit_price numeric(20, 6),
  net_minor bigint not null,
  cost_minor bigint,
  base_net_minor bigint not null,
  batch_id uuid,
  primary key (tenant_id, ordered_on, order_id, line_no),
  constraint order_line_order_exists foreign key (tenant_id, order_id) references sales_order (tenant_id, id) on delete cascade
) partition by range (ordered_on);
create index order_line_of_order on order_line (tenant_id, order_id);
create index order_line_of_account on order_line (tenant_id, account_id, ordered_on);

-- Rollup of sales_order by account and booked day: what the evaluation and every chart read.
create table order_day (
  tenant_id uuid not null,
  account_id uuid not null,
  on_date date not null,
  orders integer not null,
  base_net_minor bigint not null,
  base_cost_minor bigint,
  primary key (tenant_id, account_id, on_date),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);

create table invoice (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  external_id text not null,
  account_id uuid not null,
  order_external_id text,
  issued_on date not null,
  due_on date,
  paid_on date,
  currency text not null constraint invoice_currency_form check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null,
  base_amount_minor bigint not null,
  is_disputed boolean not null default false,
  batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint invoice_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create unique index invoice_external_id_once on invoice (tenant_id, external_id);
create index invoice_of_batch on invoice (tenant_id, batch_id) where batch_id is not null;
create index invoice_of_account on invoice (tenant_id, account_id, issued_on desc);

create table payment (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  external_id text not null,
  account_id uuid not null,
  invoice_external_id text,
  paid_on date not null,
  currency text not null constraint payment_currency_form check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null,
  base_amount_minor bigint not null,
  batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint payment_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create unique index payment_external_id_once on payment (tenant_id, external_id);
create index payment_of_batch on payment (tenant_id, batch_id) where batch_id is not null;
create index payment_of_account on payment (tenant_id, account_id, paid_on desc);

create table delivery (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  external_id text not null,
  account_id uuid not null,
  order_external_id text,
  promised_on date,
  delivered_on date,
  is_complete boolean,
  is_error_free boolean,
  batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint delivery_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create unique index delivery_external_id_once on delivery (tenant_id, external_id);
create index delivery_of_batch on delivery (tenant_id, batch_id) where batch_id is not null;
create index delivery_of_account on delivery (tenant_id, account_id, delivered_on desc);

-- How many units of the tenant's base currency one unit of this currency is worth from this day on.
create table exchange_rate (
  tenant_id uuid not null references tenant (id) on delete cascade,
  currency text not null constraint exchange_rate_currency_form check (currency ~ '^[A-Z]{3}$'),
  from_on date not null,
  rate numeric(20, 10) not null constraint exchange_rate_positive check (rate > 0),
  primary key (tenant_id, currency, from_on)
);

-- Days that differ from the plain week: holidays and make-up workdays (调休).
create table workday (
  tenant_id uuid not null references tenant (id) on delete cascade,
  on_date date not null,
  is_workday boolean not null,
  label text not null default '',
  primary key (tenant_id, on_date)
);

-- Stretches in which the tenant or one account does not trade: they do not count as silence.
create table pause (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  account_id uuid,
  from_on date not null,
  to_on date not null,
  reason text not null,
  recorded_by uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint pause_order check (to_on >= from_on),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);

-- Cut lines, weights, thresholds. The newest version is in force; none is ever changed.
create table evaluation_policy (
  tenant_id uuid not null references tenant (id) on delete cascade,
  version integer not null,
  settings jsonb not null,
  note text not null default '',
  published_by uuid,
  published_at timestamptz not null default now(),
  primary key (tenant_id, version)
);

create table evaluation_run (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  trigger text not null constraint evaluation_run_trigger_known check (trigger in ('import', 'nightly', 'demand', 'policy', 'change')),
  scope text not null constraint evaluation_run_scope_known check (scope in ('all', 'accounts')),
  status text not null constraint evaluation_run_status_known check (status in ('queued', 'running', 'done', 'failed')),
  as_of date not null,
  policy_version integer,
  accounts_total integer,
  accounts_done integer not null default 0,
  signals_raised integer not null default 0,
  signals_cleared integer not null default 0,
  failure jsonb,
  requested_by uuid,
  queued_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (tenant_id, id)
);
create index evaluation_run_newest on evaluation_run (tenant_id, queued_at desc, id);

-- What the last full run fitted, so that one account can be re-evaluated at once.
create table evaluation_model (
  tenant_id uuid not null references tenant (id) on delete cascade,
  fitted_on date not null,
  model_version text not null,
  model jsonb not null,
  portfolio jsonb not null,
  fitted_at timestamptz not null default now(),
  primary key (tenant_id, fitted_on)
);

-- The current judgement on an account: one row an account, read by every list.
create table account_standing (
  tenant_id uuid not null,
  account_id uuid not null,
  as_of date,
  model_version text,
  order_days integer not null default 0,
  first_order_on date,
  last_order_on date,
  revenue_12m_minor bigint not null default 0,
  revenue_prior_12m_minor bigint not null default 0,
  margin_12m_minor bigint,
  growth double precision,
  value_score double precision,
  potential_score double precision,
  segment text constraint account_standing_segment_known check (segment in ('core', 'high_potential', 'maintain', 'develop')),
  proposed_segment text constraint account_standing_proposed_known check (proposed_segment in ('core', 'high_potential', 'maintain', 'develop')),
  grade text constraint account_standing_grade_known check (grade in ('strategic', 'key', 'base', 'none')),
  p_lost double precision,
  p_order_90 double precision,
  level text not null default 'unknown' constraint account_standing_level_known check (level in ('unknown', 'fine', 'watch', 'act', 'lost')),
  next_from_on date,
  next_expected_on date,
  next_to_on date,
  clv_low_minor bigint,
  clv_mid_minor bigint,
  clv_high_minor bigint,
  value_at_risk_minor bigint not null default 0,
  open_signals integer not null default 0,
  not_enough_history boolean not null default true,
  last_contact_on date,
  detail jsonb not null default '{}',
  evaluated_at timestamptz,
  -- The explanations make rows wide: what sums and searches read of an account lies in the key's index beside them.
  primary key (tenant_id, account_id) include (segment, level, grade, revenue_12m_minor, value_at_risk_minor),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
-- Lists page by (sort key, account_id) in both directions; a missing figure sorts as its smallest (or a day as its farthest) value.
create index account_standing_by_risk on account_standing (tenant_id, value_at_risk_minor, account_id);
create index account_standing_by_revenue on account_standing (tenant_id, revenue_12m_minor, account_id);
create index account_standing_by_last_order on account_standing (tenant_id, coalesce(last_order_on, '0001-01-01'::date), account_id);
create index account_standing_by_next_order on account_standing (tenant_id, coalesce(next_expected_on, '9999-12-31'::date), account_id);
create index account_standing_by_p_lost on account_standing (tenant_id, coalesce(p_lost, -1), account_id);
create index account_standing_by_growth on account_standing (tenant_id, coalesce(growth, -1e9), account_id);
create index account_standing_by_clv on account_standing (tenant_id, coalesce(clv_mid_minor, -9007199254740991), account_id);
create index account_standing_placed on account_standing (tenant_id, revenue_12m_minor, account_id)
  where value_score is not null and potential_score is not null;
create index account_standing_by_segment on account_standing (tenant_id, segment, value_at_risk_minor, account_id);
create index account_standing_by_level on account_standing (tenant_id, level, value_at_risk_minor, account_id);

-- What all standings of a tenant sum up to, by what lists filter on. Writers only add rows (a change is one row less and one
-- row more), so that nobody waits for anybody; sum_portfolio puts them together again.
create table portfolio_sum (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  segment text,
  level text not null,
  grade text,
  has_signal boolean not null,
  has_proposal boolean not null,
  accounts bigint not null,
  placed bigint not null,
  order_days bigint not null,
  revenue_12m_minor numeric not null,
  gross_12m_minor numeric not null,
  value_at_risk_minor numeric not null,
  as_of date,
  primary key (tenant_id, id)
);

-- History: one row whenever a judgement changed (segment, grade, level) or a month began.
create table account_evaluation (
  tenant_id uuid not null,
  account_id uuid not null,
  as_of date not null,
  run_id uuid,
  segment text,
  proposed_segment text,
  grade text,
  level text not null,
  value_score double precision,
  potential_score double precision,
  p_lost double precision,
  revenue_12m_minor bigint not null,
  value_at_risk_minor bigint not null,
  primary key (tenant_id, account_id, as_of),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);

-- Every published or proposed change of segment, with who, when and why.
create table segment_move (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  from_segment text,
  to_segment text not null,
  status text not null constraint segment_move_status_known check (status in ('proposed', 'published', 'declined')),
  reason jsonb not null default '{}',
  policy_version integer,
  proposed_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
create unique index segment_move_one_proposal on segment_move (tenant_id, account_id) where status = 'proposed';
create index segment_move_of_account on segment_move (tenant_id, account_id, proposed_at desc);

create table signal (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null constraint signal_kind_known check (kind in
    ('season_closed', 'rhythm_broken', 'order_amount_shrinking', 'product_category_lost', 'payment_delay')),
  severity text not null constraint signal_severity_known check (severity in ('watch', 'act', 'critical')),
  status text not null default 'open' constraint signal_status_known check (status in ('open', 'acknowledged', 'snoozed', 'resolved')),
  reason jsonb not null,
  evidence jsonb not null default '[]',
  money_at_stake_minor bigint not null default 0,
  probability double precision,
  play text,
  owner_user_id uuid,
  first_seen_on date not null,
  last_seen_on date not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  snoozed_until date,
  outcome text constraint signal_outcome_known check (outcome in ('saved', 'lost', 'false_alarm', 'cleared')),
  outcome_note text,
  resolved_by uuid,
  resolved_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint signal_resolved_has_outcome check ((status = 'resolved') = (outcome is not null)),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
create unique index signal_one_open_of_kind on signal (tenant_id, account_id, kind)
  include (severity, status, snoozed_until, owner_user_id, money_at_stake_minor) where status <> 'resolved';
create index signal_by_stake on signal (tenant_id, money_at_stake_minor, id) where status <> 'resolved';
create index signal_of_account on signal (tenant_id, account_id, first_seen_on desc);

create table interaction (
  tenant_id uuid not null,
  occurred_on date not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null constraint interaction_kind_known check (kind in ('visit', 'call', 'meeting', 'meal', 'message', 'event')),
  is_two_way boolean not null default true,
  summary text not null,
  person_ids uuid[] not null default '{}',
  signal_id uuid,
  logged_by uuid,
  logged_at timestamptz not null default now(),
  primary key (tenant_id, occurred_on, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
) partition by range (occurred_on);
create index interaction_of_account on interaction (tenant_id, account_id, occurred_on desc);

create table task (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid,
  signal_id uuid,
  title text not null constraint task_title_not_empty check (length(btrim(title)) > 0),
  due_on date,
  owner_user_id uuid,
  status text not null default 'open' constraint task_status_known check (status in ('open', 'done', 'dropped')),
  created_by uuid,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint task_owner_exists foreign key (tenant_id, owner_user_id) references app_user (tenant_id, id)
);
create index task_open_of_owner on task (tenant_id, owner_user_id, due_on) where status = 'open';
create index task_of_account on task (tenant_id, account_id);

create table saved_view (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  place text not null,
  name text not null,
  query jsonb not null,
  is_shared boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete cascade
);
create unique index saved_view_name_once on saved_view (tenant_id, user_id, place, name);

create table idempotency_key (
  tenant_id uuid not null,
  user_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id, key),
  foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete cascade
);

-- Who did what. The application may add and read, never change or remove.
create table audit (
  tenant_id uuid not null,
  at timestamptz not null default now(),
  id uuid not null,
  actor_user_id uuid,
  act text not null,
  subject_kind text not null,
  subject_id text,
  detail jsonb not null default '{}',
  request_id text,
  primary key (tenant_id, at, id)
) partition by range (at);
create index audit_of_subject on audit (tenant_id, subject_kind, subject_id, at desc);

-- Yearly partitions; run at every migration so that the years ahead are always there. A partition is reached only
-- through its parent: row security without a policy of its own closes the direct way.
create function ensure_partitions(until_year integer) returns void language plpgsql as $$
declare
  parent text;
  child text;
  year integer;
begin
  foreach parent in array array['order_line', 'interaction', 'audit'] loop
    for year in 2014..until_year loop
      child := parent || case when year = 2014 then '_before_2015' else '_' || year end;
      continue when to_regclass(child) is not null;
      if year = 2014 then
        execute format('create table %I partition of %I for values from (minvalue) to (%L)', child, parent, '2015-01-01');
      else
        execute format('create table %I partition of %I for values from (%L) to (%L)',
          child, parent, year || '-01-01', (year + 1) || '-01-01');
      end if;
      execute format('alter table %I enable row level security', child);
      execute format('alter table %I force row level security', child);
    end loop;
  end loop;
end $$;
select ensure_partitions(2032);

-- Row-level security on every table, forced: the session's tenant, and for what hangs on an account also its visibility.
do $$
declare
  name text;
begin
  for name in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
  end loop;
end $$;

-- Plain tables: the tenant is the whole rule.
do $$
declare
  name text;
begin
  foreach name in array array['session', 'access_token', 'one_time_link', 'import_batch', 'import_rejection', 'import_before',
    'import_mapping', 'person', 'product', 'exchange_rate', 'workday', 'evaluation_policy', 'evaluation_run', 'evaluation_model',
    'idempotency_key', 'audit']
  loop
    execute format('create policy %I on %I using (true)', name || '_all', name);
  end loop;
end $$;

-- A user is found by mail address before the tenant is known: the gate names the address, nothing else opens the row.
drop policy app_user_tenant on app_user;
create policy app_user_tenant on app_user using (tenant_id = (select session_tenant()));
create policy app_user_sign_in on app_user for select
  using (email = (select nullif(current_setting('mainstay.sign_in_email', true), '')));

alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_own on tenant using (id = (select session_tenant()));
-- Set-up and the nightly rounds list tenants by name only; they say so for one transaction.
create policy tenant_round on tenant for select using ((select current_setting('mainstay.round', true)) = 'on');

create policy saved_view_own on saved_view using (user_id = (select session_actor()) or is_shared)
  with check (user_id = (select session_actor()));

create policy portfolio_sum_read on portfolio_sum for select using ((select session_sees_all()));
create policy portfolio_sum_add on portfolio_sum for insert with check (true);
create policy portfolio_sum_remove on portfolio_sum for delete using (true);

-- An account is seen by everybody who sees all, else by its manager, backup and sponsor.
create policy account_visible on account to mainstay_app using (
  (select session_sees_all()) or manager_user_id = (select session_actor())
  or backup_user_id = (select session_actor()) or sponsor_user_id = (select session_actor()))
  with check (true);

-- No index of words can serve a table under row security: its operators might leak. The two searches below therefore read as
-- the owner, keep to the session's tenant themselves and give ids only, which the caller joins under its own policies.
drop policy account_tenant on account;
create policy account_tenant on account as restrictive to mainstay_app using (tenant_id = (select session_tenant()));
create policy account_search on account for select to current_user using (true);
create function accounts_like(pattern text) returns setof uuid
language sql stable security definer rows 500 set search_path = public as
$$ select id from account where tenant_id = session_tenant() and search_text like pattern $$;
create function accounts_with_bigram(wanted text) returns setof uuid
language sql stable security definer rows 500 set search_path = public as
$$ select id from account where tenant_id = session_tenant() and search_bigrams @> array[wanted] $$;
revoke all on function accounts_like(text), accounts_with_bigram(text) from public;
grant execute on function accounts_like(text), accounts_with_bigram(text) to mainstay_app;

do $$
declare
  name text;
begin
  foreach name in array array['account_profile', 'position', 'sales_order', 'order_line', 'order_day', 'invoice', 'payment', 'delivery',
    'account_standing', 'account_evaluation', 'segment_move', 'signal', 'interaction']
  loop
    execute format('create policy %I on %I using ((select session_sees_all()) or exists '
      '(select 1 from account seen where seen.tenant_id = %I.tenant_id and seen.id = %I.account_id)) with check (true)',
      name || '_visible', name, name, name);
  end loop;
end $$;

-- Tasks and pauses may belong to no account; then they are the owner's, or the tenant's.
create policy task_visible on task using (
  (select session_sees_all()) or owner_user_id = (select session_actor()) or created_by = (select session_actor())
  or exists (select 1 from account seen where seen.tenant_id = task.tenant_id and seen.id = task.account_id))
  with check (true);
create policy pause_visible on pause using (
  account_id is null or (select session_sees_all())
  or exists (select 1 from account seen where seen.tenant_id = pause.tenant_id and seen.id = pause.account_id))
  with check (true);

-- Keeps portfolio_sum. Without a tenant in the session (a restore) nothing is added: the sums come with the backup.
create function note_standings() returns trigger language plpgsql as $$
begin
  if session_tenant() is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into portfolio_sum (tenant_id, segment, level, grade, has_signal, has_proposal, accounts, placed, order_days, revenue_12m_minor,
      gross_12m_minor, value_at_risk_minor, as_of)
    select tenant_id, segment, level, grade, open_signals > 0, proposed_segment is not null, count(*), count(value_score + potential_score), sum(order_days),
      sum(revenue_12m_minor), sum(greatest(revenue_12m_minor, 0)), sum(value_at_risk_minor), max(as_of)
    from written group by 1, 2, 3, 4, 5, 6;
  elsif tg_op = 'DELETE' then
    insert into portfolio_sum (tenant_id, segment, level, grade, has_signal, has_proposal, accounts, placed, order_days, revenue_12m_minor,
      gross_12m_minor, value_at_risk_minor)
    select tenant_id, segment, level, grade, open_signals > 0, proposed_segment is not null, -count(*), -count(value_score + potential_score), -sum(order_days),
      -sum(revenue_12m_minor), -sum(greatest(revenue_12m_minor, 0)), -sum(value_at_risk_minor)
    from gone group by 1, 2, 3, 4, 5, 6;
  else
    insert into portfolio_sum (tenant_id, segment, level, grade, has_signal, has_proposal, accounts, placed, order_days, revenue_12m_minor,
      gross_12m_minor, value_at_risk_minor, as_of)
    select tenant_id, segment, level, grade, open_signals > 0, proposed_segment is not null, sum(n), sum(n * placed), sum(n * order_days),
      sum(n * revenue_12m_minor), sum(n * greatest(revenue_12m_minor, 0)), sum(n * value_at_risk_minor), max(as_of)
    from (select 1 as n, tenant_id, segment, level, grade, open_signals, proposed_segment, order_days, revenue_12m_minor,
        value_at_risk_minor, as_of, (value_score is not null and potential_score is not null)::int as placed from written
      union all select -1, tenant_id, segment, level, grade, open_signals, proposed_segment, order_days, revenue_12m_minor,
        value_at_risk_minor, null, (value_score is not null and potential_score is not null)::int from gone) changed
    group by 1, 2, 3, 4, 5, 6
    having sum(n) <> 0 or sum(n * placed) <> 0 or sum(n * order_days) <> 0 or sum(n * revenue_12m_minor) <> 0
      or sum(n * greatest(revenue_12m_minor, 0)) <> 0 or sum(n * value_at_risk_minor) <> 0;
  end if;
  return null;
end $$;
create trigger note_new_standings after insert on account_standing referencing new table as written
  for each statement execute function note_standings();
create trigger note_gone_standings after delete on account_standing referencing old table as gone
  for each statement execute function note_standings();
create trigger note_changed_standings after update on account_standing referencing old table as gone new table as written
  for each statement execute function note_standings();

-- Takes the sums anew from the standings themselves; one statement, so that writers beside it are counted exactly once.
create function sum_portfolio() returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('sum-portfolio:' || session_tenant()::text, 0));
  with old as (delete from portfolio_sum where tenant_id = session_tenant())
  insert into portfolio_sum (tenant_id, segment, level, grade, has_signal, has_proposal, accounts, placed, order_days, revenue_12m_minor,
    gross_12m_minor, value_at_risk_minor, as_of)
  select tenant_id, segment, level, grade, open_signals > 0, proposed_segment is not null, count(*), count(value_score + potential_score), sum(order_days),
    sum(revenue_12m_minor), sum(greatest(revenue_12m_minor, 0)), sum(value_at_risk_minor), max(as_of)
  from account_standing where tenant_id = session_tenant() group by 1, 2, 3, 4, 5, 6
$$;

-- Puts the rows of portfolio_sum together when many have gathered.
create function fold_portfolio_sum() returns void language sql as $$
  with old as (delete from portfolio_sum where tenant_id = session_tenant()
    and (select count(*) from (select 1 from portfolio_sum where tenant_id = session_tenant() limit 2001) many) > 2000 returning *)
  insert into portfolio_sum (tenant_id, segment, level, grade, has_signal, has_proposal, accounts, placed, order_days, revenue_12m_minor,
    gross_12m_minor, value_at_risk_minor, as_of)
  select tenant_id, segment, level, grade, has_signal, has_proposal, sum(accounts), sum(placed), sum(order_days), sum(revenue_12m_minor),
    sum(gross_12m_minor), sum(value_at_risk_minor), max(as_of)
  from old group by 1, 2, 3, 4, 5, 6
$$;

-- The day of the last two-way contact, which every list of signals shows.
create function note_contacts() returns trigger language plpgsql as $$
begin
  if session_tenant() is null then return null; end if;
  update account_standing s set last_contact_on = greatest(s.last_contact_on, c.last_on)
  from (select tenant_id, account_id, max(occurred_on) as last_on from written where is_two_way group by 1, 2) c
  where s.tenant_id = c.tenant_id and s.account_id = c.account_id
    and (s.last_contact_on is null or s.last_contact_on < c.last_on);
  return null;
end $$;
create trigger note_new_contacts after insert on interaction referencing new table as written
  for each statement execute function note_contacts();

-- Fresh statistics of what imports and evaluations rewrite, so that plans are good before autovacuum comes by.
create function refresh_statistics() returns void language plpgsql security definer set search_path = public as $$
declare
  name text;
begin
  for name in
    select relname from pg_stat_user_tables
    where schemaname = 'public' and relname = any (array['account', 'account_standing', 'sales_order', 'order_day', 'signal', 'invoice',
      'payment', 'person', 'position', 'product', 'portfolio_sum', 'account_evaluation', 'segment_move'])
      and n_mod_since_analyze > 1000 + n_live_tup / 10
  loop
    execute format('analyze %I', name);
  end loop;
end $$;
revoke all on function refresh_statistics() from public;
grant execute on function refresh_statistics() to mainstay_app;

-- Rewritten wholesale every night: sweep sooner than after a fifth of the table.
do $$
declare
  name text;
begin
  foreach name in array array['account', 'account_standing', 'order_day', 'signal', 'portfolio_sum'] loop
    execute format('alter table %I set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05, '
      'autovacuum_analyze_scale_factor = 0.05)', name);
  end loop;
end $$;

grant usage on schema public to mainstay_app;
grant select, insert, update, delete on all tables in schema public to mainstay_app;
revoke update, delete on audit from mainstay_app;
revoke insert, update, delete on import_before from mainstay_app;
grant insert, select, delete on import_before to mainstay_app;
alter default privileges in schema public grant select, insert, update, delete on tables to mainstay_app;
