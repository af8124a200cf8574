-- The audit as a chain of hashes: each row's hash covers the hash before it, so that a row changed, removed or slipped in
-- later breaks the chain at its place. See docs/decisions/0008-audit-chain.md.

create table audit_chain (
  tenant_id uuid not null,
  sequence bigint not null constraint audit_chain_from_one check (sequence > 0),
  audit_at timestamptz not null,
  audit_id uuid not null,
  hash bytea not null constraint audit_chain_hash_length check (length(hash) = 32),
  primary key (tenant_id, sequence)
);
-- One link an act; and by it acts without a link are found quickly, however old the statistics.
create unique index audit_chain_act_once on audit_chain (tenant_id, audit_at, audit_id);

-- What each verification found; the newest counts.
create table audit_verification (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  verified_at timestamptz not null,
  is_intact boolean not null,
  rows_checked bigint not null,
  head_sequence bigint not null,
  head_hash bytea,
  findings jsonb not null default '[]',
  took_ms integer not null,
  primary key (tenant_id, id)
);
create index audit_verification_newest on audit_verification (tenant_id, verified_at desc);

create index audit_of_account on audit (tenant_id, (detail ->> 'accountId'), at desc) where detail ? 'accountId';
create index audit_of_person on audit (tenant_id, (detail ->> 'personId'), at desc) where detail ? 'personId';

-- An act as one text that reads the same on every server: instants in UTC to the microsecond, jsonb's own key order.
create function audit_text(act audit) returns text language sql stable as
$$ select jsonb_build_array(act.tenant_id, to_char(act.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), act.id,
    act.actor_user_id, act.act, act.subject_kind, act.subject_id, act.detail, act.request_id)::text $$;

-- What stands before the first link of a workspace.
create function audit_genesis(tenant uuid) returns bytea language sql immutable as
$$ select sha256(convert_to('mainstay audit ' || tenant::text, 'UTF8')) $$;

-- Adds the link of a new row. It runs when the transaction commits, so that the lock is held for the commit only. Taking the
-- lock comes before reading the head: in read committed the next statement sees what the last holder committed.
create function chain_audit() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head audit_chain;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit:' || new.tenant_id::text, 0));
  select * into head from audit_chain where tenant_id = new.tenant_id order by sequence desc limit 1;
  insert into audit_chain (tenant_id, sequence, audit_at, audit_id, hash)
  values (new.tenant_id, coalesce(head.sequence, 0) + 1, new.at, new.id,
    sha256(coalesce(head.hash, audit_genesis(new.tenant_id)) || convert_to(audit_text(new), 'UTF8')))
  on conflict do nothing;
  -- Only a transaction with an older snapshot can miss the head; it collides and is run again.
  if not found then raise exception 'the audit moved on' using errcode = 'serialization_failure'; end if;
  return null;
end $$;
revoke all on function chain_audit() from public;

-- Without a tenant in the session (a restore) nothing is queued: the links come with the backup.
create constraint trigger chain_new_audit after insert on audit deferrable initially deferred
  for each row when (session_tenant() is not null) execute function chain_audit();

-- Chains the rows of workspaces that have no chain yet: at the upgrade, and after a restore of an older backup.
create function chain_old_audit() returns bigint language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  act audit;
  tenant uuid;
  number bigint := 0;
  link bytea;
  chained bigint := 0;
begin
  for act in
    select a.* from audit a where not exists (select 1 from audit_chain c where c.tenant_id = a.tenant_id)
    order by a.tenant_id, a.at, a.id
  loop
    if tenant is distinct from act.tenant_id then
      tenant := act.tenant_id;
      number := 0;
      link := audit_genesis(tenant);
    end if;
    number := number + 1;
    chained := chained + 1;
    link := sha256(link || convert_to(audit_text(act), 'UTF8'));
    insert into audit_chain (tenant_id, sequence, audit_at, audit_id, hash) values (tenant, number, act.at, act.id, link);
  end loop;
  return chained;
end $$;
revoke all on function chain_old_audit() from public;

-- The owner too is under row security: it is lifted while every workspace's rows are chained.
alter table audit no force row level security;
select chain_old_audit();
alter table audit force row level security;

do $$
declare
  name text;
begin
  foreach name in array array['audit_chain', 'audit_verification'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I as restrictive using (tenant_id = (select session_tenant()))', name || '_tenant', name);
    execute format('create policy %I on %I using (true)', name || '_all', name);
  end loop;
end $$;

-- The application reads the chain and cannot write it; it adds verifications and cannot change them.
revoke insert, update, delete on audit_chain from mainstay_app;
revoke update, delete on audit_verification from mainstay_app;
