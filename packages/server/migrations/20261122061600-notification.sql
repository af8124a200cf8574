-- Notifications outside the page: what each person wants to hear and when, mail, group robots. What is kept of a message is
-- its kind and its data; nothing that somebody typed.

-- ── What a person wants ──────────────────────────────────────────────────────────────────────────────────────
create table notification_preference (
  tenant_id uuid not null,
  user_id uuid not null,
  -- {kind: mail | in_app | off}; a kind that is not there follows the shipped default.
  ways jsonb not null default '{}',
  digest text not null constraint notification_preference_digest_known check (digest in ('off', 'daily', 'daily_and_urgent')),
  digest_hour smallint not null constraint notification_preference_hour_range check (digest_hour between 0 and 23),
  -- Minutes after midnight in the workspace's zone; a `to` before `from` lies on the next day.
  quiet_from smallint constraint notification_preference_quiet_from_range check (quiet_from between 0 and 1439),
  quiet_to smallint constraint notification_preference_quiet_to_range check (quiet_to between 0 and 1439),
  workdays_only boolean not null default false,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, user_id),
  constraint notification_preference_user_exists foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete cascade,
  constraint notification_preference_quiet_whole check ((quiet_from is null) = (quiet_to is null))
);

-- One morning of a workspace is told once, however often somebody looks and however the clock jumps.
create table notification_morning (
  tenant_id uuid not null references tenant (id) on delete cascade,
  on_date date not null,
  told_at timestamptz not null default now(),
  primary key (tenant_id, on_date)
);

-- ── Mail ─────────────────────────────────────────────────────────────────────────────────────────────────────
create table mail_setting (
  tenant_id uuid not null references tenant (id) on delete cascade,
  host text not null constraint mail_setting_host_not_empty check (length(host) > 0),
  port integer not null constraint mail_setting_port_range check (port between 1 and 65535),
  security text not null constraint mail_setting_security_known check (security in ('tls', 'starttls', 'none')),
  user_name text,
  password_sealed bytea,
  from_address text not null,
  -- The address of our pages as the administrator typed it; links in mail lead there.
  page_origin text not null,
  is_enabled boolean not null default true,
  -- No attempt before then: the server did not answer or refused us altogether.
  rest_until timestamptz,
  last_sent_at timestamptz,
  last_error text,
  last_error_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id),
  constraint mail_setting_password_not_in_clear check (security <> 'none' or password_sealed is null)
);

create table mail_outbox (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null constraint mail_outbox_kind_known check (kind in ('daily', 'urgent')),
  -- The same digest is written once.
  dedupe_key text not null,
  -- What it tells; words are found when it is sent, in what the reader may see by then.
  notification_ids uuid[] not null,
  message_id text not null,
  status text not null default 'waiting' constraint mail_outbox_status_known check (status in ('waiting', 'sent', 'dead')),
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (tenant_id, id),
  constraint mail_outbox_user_exists foreign key (tenant_id, user_id) references app_user (tenant_id, id) on delete cascade,
  constraint mail_outbox_once unique (tenant_id, user_id, dedupe_key)
);
create index mail_outbox_waiting on mail_outbox (tenant_id, next_try_at, id) where status = 'waiting';
create index mail_outbox_newest on mail_outbox (tenant_id, created_at desc, id);

-- ── Group robots ─────────────────────────────────────────────────────────────────────────────────────────────
create table robot (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  name text not null constraint robot_name_not_empty check (length(btrim(name)) > 0),
  kind text not null constraint robot_kind_known check (kind in ('wecom', 'dingtalk', 'feishu', 'lark')),
  -- The whole address is a secret; the page shows its last four characters.
  url_sealed bytea not null,
  url_hint text not null,
  secret_sealed bytea,
  keyword text,
  -- Kinds of notification it passes on.
  kinds text[] not null,
  scope text not null constraint robot_scope_known check (scope in ('all', 'department')),
  department_id uuid,
  page_origin text not null,
  locale text not null default 'zh-CN' constraint robot_locale_known check (locale in ('zh-CN', 'en')),
  quiet_from smallint constraint robot_quiet_from_range check (quiet_from between 0 and 1439),
  quiet_to smallint constraint robot_quiet_to_range check (quiet_to between 0 and 1439),
  workdays_only boolean not null default false,
  is_paused boolean not null default false,
  -- The bucket: nothing goes out before; a throttled robot rests longer.
  next_send_at timestamptz,
  last_sent_at timestamptz,
  last_error text,
  last_error_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint robot_department_exists foreign key (tenant_id, department_id) references department (tenant_id, id) on delete set null (department_id),
  constraint robot_quiet_whole check ((quiet_from is null) = (quiet_to is null))
);
create unique index robot_name_once on robot (tenant_id, name);

create table robot_message (
  tenant_id uuid not null,
  id uuid not null,
  robot_id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid,
  account_id uuid,
  reason jsonb not null,
  -- The same news goes to a robot once.
  dedupe_key text not null,
  status text not null default 'waiting' constraint robot_message_status_known check (status in ('waiting', 'sent', 'dead')),
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (tenant_id, id),
  constraint robot_message_robot_exists foreign key (tenant_id, robot_id) references robot (tenant_id, id) on delete cascade,
  constraint robot_message_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint robot_message_once unique (tenant_id, robot_id, dedupe_key)
);
create index robot_message_waiting on robot_message (tenant_id, robot_id, created_at) where status = 'waiting';
create index robot_message_newest on robot_message (tenant_id, created_at desc, id);

-- ── Who is told at once that something is new (platform/events) ──────────────────────────────────────────────
-- Ids only, and only when the transaction commits; what they stand for each reader reads under their own rights.
create function announce_notification() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform pg_notify('mainstay_news', format('%s %s new %s', tenant_id, user_id, id)) from fresh;
  else
    perform pg_notify('mainstay_news', format('%s %s read', tenant_id, user_id))
      from (select distinct tenant_id, user_id from fresh) as reader;
  end if;
  return null;
end $$;
create trigger notification_told after insert on notification
  referencing new table as fresh for each statement execute function announce_notification();
create trigger notification_seen after update on notification
  referencing new table as fresh for each statement execute function announce_notification();

-- ── Row security ─────────────────────────────────────────────────────────────────────────────────────────────
do $$
declare
  name text;
begin
  foreach name in array array['notification_preference', 'notification_morning', 'mail_setting', 'mail_outbox', 'robot', 'robot_message'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
  -- Whoever writes news asks what its readers want and which robots pass it on.
  foreach name in array array['notification_preference', 'notification_morning', 'mail_setting', 'robot'] loop
    execute format('create policy %I on %I using (true)', name || '_all', name);
  end loop;
  -- What is on its way out names customers: the product sends it, who sees every account looks after it.
  foreach name in array array['mail_outbox', 'robot_message'] loop
    execute format('create policy %I on %I using ((select session_sees_all())) with check (true)', name || '_visible', name);
  end loop;
end $$;
