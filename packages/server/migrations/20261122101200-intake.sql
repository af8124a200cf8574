-- What comes in by itself: mail read from a mailbox or pushed by a mail server, and what customers file by a public link.

-- ── The mailbox customers write to ───────────────────────────────────────────────────────────────────────────
create table mailbox (
  tenant_id uuid not null references tenant (id) on delete cascade,
  host text not null constraint mailbox_host_not_empty check (length(host) > 0),
  port integer not null constraint mailbox_port_range check (port between 1 and 65535),
  -- A mailbox always wants a password, so it is never asked in clear.
  security text not null constraint mailbox_security_known check (security in ('tls', 'starttls')),
  user_name text not null,
  password_sealed bytea,
  folder text not null default 'INBOX',
  every_minutes integer not null constraint mailbox_interval_range check (every_minutes between 1 and 1440),
  after_reading text not null constraint mailbox_after_reading_known check (after_reading in ('seen', 'move')),
  move_to text,
  -- Addresses that are ours: mail from them opens nothing.
  own_addresses text[] not null default '{}',
  -- The address of our pages as the administrator typed it; links in answers lead there.
  page_origin text not null,
  is_enabled boolean not null default true,
  -- Where reading stands: messages up to last_uid are kept here, up to marked_uid also marked on the server.
  uid_validity bigint,
  last_uid bigint not null default 0,
  marked_uid bigint not null default 0,
  last_looked_at timestamptz,
  last_success_at timestamptz,
  last_error text,
  last_error_at timestamptz,
  failures integer not null default 0,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id),
  constraint mailbox_moves_somewhere check ((after_reading = 'move') = (move_to is not null))
);

-- ── Addresses under which a mail server may push ─────────────────────────────────────────────────────────────
create table incoming_hook (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  name text not null constraint incoming_hook_name_not_empty check (length(btrim(name)) > 0),
  key_hash bytea not null,
  page_origin text not null,
  created_by uuid,
  created_at timestamptz not null,
  last_used_at timestamptz,
  taken bigint not null default 0,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  constraint incoming_hook_key_once unique (tenant_id, key_hash)
);

-- ── What came in ─────────────────────────────────────────────────────────────────────────────────────────────
create table incoming_message (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  channel text not null constraint incoming_message_channel_known check (channel in ('mailbox', 'hook', 'link', 'form')),
  status text not null constraint incoming_message_status_known check (status in ('waiting', 'opened', 'added', 'set_aside')),
  -- Why somebody has to look at it, or why nothing came of it.
  because text constraint incoming_message_because_known check (because in (
    'unknown_sender', 'several_accounts', 'foreign_thread', 'restricted_sender', 'no_responder', 'open_form',
    'automatic', 'list', 'no_return', 'own_mail', 'too_many', 'too_large', 'unreadable', 'by_hand')),
  note text not null default '',
  from_address text not null default '',
  from_name text not null default '',
  from_phone text not null default '',
  from_company text not null default '',
  subject text not null default '',
  -- What is new in it, and what it only repeats of earlier messages.
  words text not null default '',
  quoted text not null default '',
  kind text constraint incoming_message_kind_known check (kind in ('complaint', 'fault', 'request', 'question')),
  level text constraint incoming_message_level_known check (level in ('general', 'major', 'urgent')),
  -- As the sender's program named it; an answer refers to it.
  message_id text,
  size_bytes integer not null default 0,
  locale text,
  link_id uuid,
  account_id uuid,
  person_id uuid,
  case_id uuid,
  received_at timestamptz not null,
  sorted_at timestamptz,
  sorted_by uuid,
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint incoming_message_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  -- Whoever asks to be forgotten takes their own mail along; the case keeps what was settled.
  constraint incoming_message_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  constraint incoming_message_case_exists foreign key (tenant_id, case_id) references service_case (tenant_id, id) on delete set null (case_id),
  constraint incoming_message_because_said check ((status in ('waiting', 'set_aside')) = (because is not null)),
  constraint incoming_message_sorted_dated check ((status = 'waiting') = (sorted_at is null))
);
create index incoming_message_newest on incoming_message (tenant_id, status, received_at desc, id desc);
create index incoming_message_sorted on incoming_message (tenant_id, sorted_at) where sorted_at is not null;
create index incoming_message_of_sender on incoming_message (tenant_id, from_address, received_at desc);
create index incoming_message_of_link on incoming_message (tenant_id, link_id, received_at desc) where link_id is not null;
create index incoming_message_of_account on incoming_message (tenant_id, account_id) where account_id is not null;
create index incoming_message_of_person on incoming_message (tenant_id, person_id) where person_id is not null;
create index incoming_message_of_case on incoming_message (tenant_id, case_id) where case_id is not null;

-- Files that wait with their message; those of a case lie with the case.
create table incoming_attachment (
  tenant_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  position integer not null,
  name text not null,
  media_type text,
  size_bytes integer not null,
  sha256 bytea,
  refused_because text constraint incoming_attachment_refused_known
    check (refused_because in ('type', 'false_name', 'too_large', 'too_many')),
  content bytea,
  primary key (tenant_id, id),
  constraint incoming_attachment_message_exists foreign key (tenant_id, message_id)
    references incoming_message (tenant_id, id) on delete cascade,
  constraint incoming_attachment_place_once unique (tenant_id, message_id, position)
);

-- Which messages were seen, ours and theirs, and the case they belong to: hashes of their names, kept longer than the messages.
create table incoming_trace (
  tenant_id uuid not null references tenant (id) on delete cascade,
  key_sha256 bytea not null,
  case_id uuid,
  message_id uuid,
  seen_at timestamptz not null,
  primary key (tenant_id, key_sha256),
  constraint incoming_trace_case_exists foreign key (tenant_id, case_id) references service_case (tenant_id, id) on delete cascade
);
create index incoming_trace_of_case on incoming_trace (tenant_id, case_id) where case_id is not null;
create index incoming_trace_by_age on incoming_trace (tenant_id, seen_at);

-- ── The form that anybody may open ───────────────────────────────────────────────────────────────────────────
-- Its address stands on a website and is no secret, so it is kept to be shown again.
create table case_form (
  tenant_id uuid not null references tenant (id) on delete cascade,
  link_id uuid not null,
  path text not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id)
);

-- ── Row security ─────────────────────────────────────────────────────────────────────────────────────────────
do $$
declare
  name text;
begin
  foreach name in array array['mailbox', 'incoming_hook', 'incoming_message', 'incoming_attachment', 'incoming_trace', 'case_form'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
  foreach name in array array['mailbox', 'incoming_hook', 'incoming_trace', 'case_form'] loop
    execute format('create policy %I on %I using (true)', name || '_all', name);
  end loop;
end $$;
-- What belongs to nobody yet is anybody's who may sort; the rest is seen by who sees the account.
create policy incoming_message_visible on incoming_message
  using (account_id is null or (select session_sees_all()) or exists (select 1 from account seen
    where seen.tenant_id = incoming_message.tenant_id and seen.id = incoming_message.account_id)) with check (true);
create policy incoming_attachment_visible on incoming_attachment
  using ((select session_sees_all()) or exists (select 1 from incoming_message seen
    where seen.tenant_id = incoming_attachment.tenant_id and seen.id = incoming_attachment.message_id)) with check (true);
