-- A backup by an owner who may not bypass row security lifts FORCE for its duration (the application's role is
-- never the owner, so nothing opens for it). A killed backup is put right here.
do $$
declare
  name text;
begin
  for name in
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relrowsecurity and not c.relforcerowsecurity
  loop
    execute format('alter table %I force row level security', name);
  end loop;
end $$;
