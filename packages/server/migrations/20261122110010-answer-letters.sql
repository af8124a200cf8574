-- One letter or digit in what customers wrote: no bigram knows it.
create index survey_answer_search_letter on survey_answer using gin (tenant_id, letters_of(search_text)) where search_text is not null;

create or replace function answers_with_words(wanted text, pattern text, most integer) returns table (response_id uuid, question_id uuid)
  language plpgsql stable security definer rows 500 set search_path to 'public' set enable_seqscan to off set enable_indexscan to off as $$
begin
  if length(wanted) = 1 and ascii(wanted) < 128 then
    return query execute format('select response_id, question_id from survey_answer where tenant_id = %L and search_text is not null
      and letters_of(search_text) @> array[%L] limit %s', session_tenant(), wanted, most);
  else
    return query execute format('select response_id, question_id from survey_answer where tenant_id = %L and search_bigrams @> bigrams_of(%L)
      and search_text like %L limit %s', session_tenant(), wanted, pattern, most);
  end if;
end $$;

-- Behind offset 0 row security asks for the one answer a line belongs to; without it, it reads every answer in sight first.
drop policy survey_answer_visible on survey_answer;
create policy survey_answer_visible on survey_answer to mainstay_app using (
  (select session_sees_all()) or exists (select 1 from survey_response seen
    where seen.tenant_id = survey_answer.tenant_id and seen.id = survey_answer.response_id offset 0)) with check (true);
