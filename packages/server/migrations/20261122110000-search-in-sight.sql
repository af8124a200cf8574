-- What is searched in its million: cases and what customers wrote.

-- LIKE and array operators are not leakproof: while row security stood before the owner too, no index of words was ever used, and
-- every search read the whole table. The searching functions keep to the session's tenant themselves and give ids alone, which who
-- asks joins under the policies of the application's role.
drop policy service_case_tenant on service_case;
create policy service_case_tenant on service_case as restrictive to mainstay_app using (tenant_id = (select session_tenant()));
drop policy service_case_visible on service_case;
create policy service_case_visible on service_case to mainstay_app
  using ((select session_sees_all()) or account_id in (select accounts_in_sight())) with check (true);
create policy service_case_search on service_case for select to current_user using (true);
revoke all on function cases_like(text, integer), cases_with_bigram(text, integer) from public;

-- One letter or digit: neither trigrams nor bigrams know it.
create function letters_of(words text) returns text[] language sql immutable parallel safe as
$$ select coalesce(array_agg(distinct letter), '{}') from regexp_split_to_table(words, '') letter where ascii(letter) between 33 and 126 $$;
create index service_case_search_letter on service_case using gin (tenant_id, letters_of(search_text));
create function cases_with_letter(wanted text, most integer) returns setof uuid
  language plpgsql stable security definer rows 500 set search_path to 'public' set enable_seqscan to off set enable_indexscan to off as $$
begin
  return query execute format('select id from service_case where tenant_id = %L and letters_of(search_text) @> array[%L] limit %s',
    session_tenant(), wanted, most);
end $$;
revoke all on function cases_with_letter(text, integer) from public;
grant execute on function cases_with_letter(text, integer) to mainstay_app;

-- The green channel is of few accounts, often of none.
create index service_case_green_by_urgency on service_case (tenant_id, urgency_phase, urgency_at, id) where green_channel;
create index service_case_green_newest on service_case (tenant_id, opened_at desc, id desc) where green_channel;

-- Words of answers: no more than are asked for, planned anew for each.
drop function answers_with_words(text, text);
create function answers_with_words(wanted text, pattern text, most integer) returns table (response_id uuid, question_id uuid)
  language plpgsql stable security definer rows 500 set search_path to 'public' set enable_seqscan to off set enable_indexscan to off as $$
begin
  return query execute format('select response_id, question_id from survey_answer where tenant_id = %L and search_bigrams @> bigrams_of(%L)
    and search_text like %L limit %s', session_tenant(), wanted, pattern, most);
end $$;
revoke all on function answers_with_words(text, text, integer) from public;
grant execute on function answers_with_words(text, text, integer) to mainstay_app;

-- The order of verbatims carries what they are filtered by, so that an answer which does not match is never fetched.
drop index survey_response_newest;
create index survey_response_newest on survey_response (tenant_id, answered_on desc, id desc)
  include (is_complete, is_suspect, is_anonymous, survey_id, round_id, account_id, segment, overall_kind, overall_score);
