-- Runs at every migrate, after graphile-worker's own migrations. Verbs enqueue in their own transaction;
-- the application role has no rights in schema graphile_worker, only this door.
create or replace function enqueue_job(
  task text,
  payload jsonb,
  job_key text default null,
  run_at timestamptz default now(),
  queue text default null
) returns bigint
language sql
security definer
set search_path = pg_catalog, public
as $$
  select (graphile_worker.add_job(
    identifier => task,
    payload => payload::json,
    queue_name => queue,
    run_at => run_at,
    job_key => job_key
  )).id
$$;

revoke all on function enqueue_job(text, jsonb, text, timestamptz, text) from public;
grant execute on function enqueue_job(text, jsonb, text, timestamptz, text) to mainstay_app;
