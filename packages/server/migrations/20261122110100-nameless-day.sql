-- Answers without a name keep no day either: links show on which day they were opened, and with few answers a day leads to whom. They have
-- the first day of their round.
do $$
begin
  alter table survey_response no force row level security;
  alter table survey_round no force row level security;
  update survey_response r set answered_on = o.opened_on, started_at = o.opened_on::timestamp at time zone 'UTC',
      answered_at = o.opened_on::timestamp at time zone 'UTC'
    from survey_round o where o.tenant_id = r.tenant_id and o.id = r.round_id and r.is_anonymous;
  alter table survey_response force row level security;
  alter table survey_round force row level security;
end $$;
