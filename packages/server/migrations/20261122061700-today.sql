-- Today reads the worst and dearest signals first, and a colleague's own.
create index signal_urgent on signal (tenant_id, severity, money_at_stake_minor desc, id) where status <> 'resolved';
create index signal_of_owner on signal (tenant_id, owner_user_id, severity, money_at_stake_minor desc) where status <> 'resolved';
create index handover_of_successor on handover (tenant_id, to_user_id) where status in ('open', 'accepted');
create index handover_of_owner on handover (tenant_id, owner_user_id) where status in ('open', 'accepted');
