-- Mail to people of customers, who does not want to be asked any more, and how often the workspace asks at most.

-- ── Mail to customers: waits, is sent, or is dead, exactly as our own digests are (mail_outbox) ───────────────
create table customer_mail (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  kind text not null constraint customer_mail_kind_known
    check (kind in ('case_received', 'case_reply', 'case_confirmation', 'case_reminder', 'survey_invitation', 'survey_reminder')),
  to_address text not null,
  person_id uuid,
  account_id uuid,
  -- The asking it carries; a mailbox that does not exist marks it bounced.
  invitation_id uuid,
  from_name text,
  subject text not null,
  -- Emptied once it is sent: it carries the secret of a link.
  body_text text not null,
  body_html text,
  in_reply_to text,
  headers jsonb not null default '{}',
  -- The same mail is written once.
  dedupe_key text not null,
  message_id text not null,
  status text not null default 'waiting' constraint customer_mail_status_known check (status in ('waiting', 'sent', 'dead', 'skipped')),
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  constraint customer_mail_once unique (tenant_id, dedupe_key),
  constraint customer_mail_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade,
  constraint customer_mail_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint customer_mail_invitation_exists foreign key (tenant_id, invitation_id) references survey_invitation (tenant_id, id) on delete cascade
);
create index customer_mail_waiting on customer_mail (tenant_id, next_try_at, id) where status = 'waiting';
create index customer_mail_newest on customer_mail (tenant_id, created_at desc, id);
create index customer_mail_of_account on customer_mail (tenant_id, account_id, created_at desc) where account_id is not null;
create index customer_mail_of_person on customer_mail (tenant_id, person_id) where person_id is not null;
create index customer_mail_of_invitation on customer_mail (tenant_id, invitation_id) where invitation_id is not null;

-- ── Who said: please do not ask me again ─────────────────────────────────────────────────────────────────────
create table survey_opt_out (
  tenant_id uuid not null references tenant (id) on delete cascade,
  person_id uuid not null,
  opted_out_at timestamptz not null,
  via text not null constraint survey_opt_out_via_known check (via in ('link', 'by_hand')),
  noted_by uuid,
  primary key (tenant_id, person_id),
  constraint survey_opt_out_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);

-- ── How often at most, under which name, when to remind ──────────────────────────────────────────────────────
create table survey_setting (
  tenant_id uuid not null references tenant (id) on delete cascade,
  rest_days integer not null constraint survey_setting_rest_range check (rest_days between 0 and 730),
  most_a_year integer not null constraint survey_setting_most_range check (most_a_year between 1 and 52),
  sender_name text,
  reminder_days integer[] not null default '{}',
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (tenant_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['customer_mail', 'survey_opt_out', 'survey_setting'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
  -- Whoever asks customers asks who may be asked, and how often.
  foreach name in array array['survey_opt_out', 'survey_setting'] loop
    execute format('create policy %I on %I using (true)', name || '_all', name);
  end loop;
  execute 'create policy customer_mail_visible on customer_mail using ((select session_sees_all())) with check (true)';
end $$;
