-- The years ahead always have their partitions; a server that is migrated once a year never runs out.
select ensure_partitions(greatest(2032, extract(year from now())::integer + 6));
