-- Handovers: what is to be done; requirement changes: what was asked for, in versions, and who confirmed which of them.

create table handover_item (
  tenant_id uuid not null,
  handover_id uuid not null,
  -- Words stand in phrases under this key; which keys belong to which side is said in domain/handover/handover-item.ts.
  key text not null,
  place smallint not null,
  is_mandatory boolean not null,
  done_at timestamptz,
  done_by uuid,
  note text not null default '',
  primary key (tenant_id, handover_id, key),
  constraint handover_item_handover_exists foreign key (tenant_id, handover_id) references handover (tenant_id, id) on delete cascade,
  constraint handover_item_done_by_exists foreign key (tenant_id, done_by) references app_user (tenant_id, id)
);

-- For signals: work that nobody confirmed is `status in ('draft', 'sent') and work_started_on is not null`; an answer that is late
-- is `status = 'sent'` with an old `sent_at`. `sent_at` is when the newest version went out, null while that one is a draft.
create table requirement_change (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  project_id uuid,
  title text not null constraint requirement_change_title_not_empty check (length(btrim(title)) > 0),
  status text not null default 'draft' constraint requirement_change_status_known
    check (status in ('draft', 'sent', 'confirmed', 'declined', 'withdrawn')),
  newest_number integer not null default 1,
  sent_at timestamptz,
  -- The first day on which somebody works on it, confirmed or not.
  work_started_on date,
  confirmed_at timestamptz,
  closed_at timestamptz,
  closed_because text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  constraint requirement_change_account_exists foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  constraint requirement_change_project_exists foreign key (tenant_id, project_id) references project (tenant_id, id)
    on delete set null (project_id),
  constraint requirement_change_maker_exists foreign key (tenant_id, created_by) references app_user (tenant_id, id),
  constraint requirement_change_sent_dated check (status <> 'sent' or sent_at is not null),
  constraint requirement_change_confirmed_dated check ((status = 'confirmed') = (confirmed_at is not null)),
  constraint requirement_change_closed_reasoned check ((status in ('declined', 'withdrawn')) = (closed_because is not null))
);
create index requirement_change_of_account on requirement_change (tenant_id, account_id, created_at desc);
create index requirement_change_waiting on requirement_change (tenant_id, account_id) where status in ('draft', 'sent');
create index requirement_change_of_project on requirement_change (tenant_id, project_id) where project_id is not null;

create table requirement_change_version (
  tenant_id uuid not null,
  change_id uuid not null,
  number integer not null constraint requirement_change_version_positive check (number >= 1),
  title text not null,
  -- What changes in what we deliver; what it costs more (negative: less); how many calendar days later (negative: earlier).
  scope text not null constraint requirement_change_scope_not_empty check (length(btrim(scope)) > 0),
  fee_minor bigint not null,
  currency text not null constraint requirement_change_currency_form check (currency ~ '^[A-Z]{3}$'),
  schedule_days integer not null constraint requirement_change_days_range check (schedule_days between -3650 and 3650),
  deliver_on date,
  -- SHA-256, hexadecimal, of the canonical content; printed on the paper.
  content_sha256 text not null constraint requirement_change_content_hash_form check (content_sha256 ~ '^[0-9a-f]{64}$'),
  made_by uuid not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  sent_by uuid,
  -- The paper exactly as it went out.
  paper_file_id uuid,
  paper_sha256 text,
  primary key (tenant_id, change_id, number),
  constraint requirement_change_version_change_exists foreign key (tenant_id, change_id)
    references requirement_change (tenant_id, id) on delete cascade,
  constraint requirement_change_version_maker_exists foreign key (tenant_id, made_by) references app_user (tenant_id, id),
  constraint requirement_change_version_sender_exists foreign key (tenant_id, sent_by) references app_user (tenant_id, id),
  constraint requirement_change_paper_exists foreign key (tenant_id, paper_file_id) references stored_file (tenant_id, id),
  constraint requirement_change_sent_with_paper check ((sent_at is null) = (paper_file_id is null) and (sent_at is null) = (paper_sha256 is null))
);
create index requirement_change_version_paper on requirement_change_version (tenant_id, paper_file_id) where paper_file_id is not null;

create table requirement_change_confirmation (
  tenant_id uuid not null,
  change_id uuid not null,
  number integer not null,
  side text not null constraint requirement_change_confirmation_side_known check (side in ('ours', 'theirs')),
  -- `portal` is kept for the customer's own sign-in.
  method text not null constraint requirement_change_confirmation_method_known
    check (method in ('signed_in', 'uploaded_paper', 'portal')),
  -- Ours: the colleague; theirs: the person who signed (goes with the person's erasure) and the paper.
  user_id uuid,
  person_id uuid,
  paper_file_id uuid,
  paper_sha256 text,
  signed_on date not null,
  -- What was confirmed: the content's hash at that moment.
  content_sha256 text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, change_id, number, side),
  constraint requirement_change_confirmation_version_exists foreign key (tenant_id, change_id, number)
    references requirement_change_version (tenant_id, change_id, number) on delete cascade,
  constraint requirement_change_confirmation_user_exists foreign key (tenant_id, user_id) references app_user (tenant_id, id),
  constraint requirement_change_confirmation_person_exists foreign key (tenant_id, person_id) references person (tenant_id, id)
    on delete set null (person_id),
  constraint requirement_change_confirmation_paper_exists foreign key (tenant_id, paper_file_id) references stored_file (tenant_id, id),
  constraint requirement_change_confirmation_recorder_exists foreign key (tenant_id, recorded_by) references app_user (tenant_id, id),
  constraint requirement_change_confirmation_ours check (side <> 'ours' or (user_id is not null and method = 'signed_in')),
  constraint requirement_change_confirmation_theirs check (side <> 'theirs' or (method <> 'uploaded_paper') or (paper_file_id is not null and paper_sha256 is not null))
);
create index requirement_change_confirmation_person on requirement_change_confirmation (tenant_id, person_id) where person_id is not null;
create unique index requirement_change_confirmation_paper_once on requirement_change_confirmation (tenant_id, paper_file_id) where paper_file_id is not null;

do $$
declare
  name text;
begin
  foreach name in array array['handover_item', 'requirement_change', 'requirement_change_version', 'requirement_change_confirmation'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('grant select, insert, update, delete on %I to mainstay_app', name);
  end loop;
end $$;
create policy requirement_change_visible on requirement_change using ((select session_sees_all()) or exists (
  select 1 from account seen where seen.tenant_id = requirement_change.tenant_id and seen.id = requirement_change.account_id)) with check (true);
create policy requirement_change_version_visible on requirement_change_version using ((select session_sees_all()) or exists (
  select 1 from requirement_change seen where seen.tenant_id = requirement_change_version.tenant_id
    and seen.id = requirement_change_version.change_id)) with check (true);
create policy requirement_change_confirmation_visible on requirement_change_confirmation using ((select session_sees_all()) or exists (
  select 1 from requirement_change seen where seen.tenant_id = requirement_change_confirmation.tenant_id
    and seen.id = requirement_change_confirmation.change_id)) with check (true);
create policy handover_item_visible on handover_item using ((select session_sees_all()) or exists (
  select 1 from handover seen where seen.tenant_id = handover_item.tenant_id and seen.id = handover_item.handover_id)) with check (true);
