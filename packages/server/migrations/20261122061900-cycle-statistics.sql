-- What the cycle fills within one night is planned by what stands in it, not by the emptiness it began with.
create or replace function refresh_statistics() returns void language plpgsql security definer set search_path = public as $$
declare
  name text;
begin
  for name in
    select relname from pg_stat_user_tables
    where schemaname = 'public' and relname = any (array['account', 'account_standing', 'sales_order', 'order_day', 'signal', 'invoice',
      'payment', 'person', 'position', 'product', 'portfolio_sum', 'account_evaluation', 'segment_move', 'obligation', 'task',
      'account_health', 'health_week', 'account_relationship', 'handover', 'notification'])
      and n_mod_since_analyze > 1000 + n_live_tup / 10
  loop
    execute format('analyze %I', name);
  end loop;
end $$;
