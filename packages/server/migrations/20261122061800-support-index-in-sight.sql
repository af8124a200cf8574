-- With one or two known stances the support index can be solved back to them: who may not see profiles gets it from three on.
alter table account_relationship add column known_people integer not null default 0;
alter table relationship_snapshot add column known_people integer not null default 0;
create function index_in_sight(support_index double precision, known_people integer) returns double precision
language sql stable parallel safe as
$$ select case when known_people >= 3 or 'P' = any ((select session_fact_classes())::text[]) then support_index end $$;
grant execute on function index_in_sight(double precision, integer) to mainstay_app;
