-- Answering and searching what was answered.

-- Answers by a link for everybody (a QR code): which link; whether it looks like a program's, which counts nowhere.
alter table survey_response
  add column walk_in_link_id uuid,
  add column is_suspect boolean not null default false,
  add constraint survey_response_link_exists foreign key (tenant_id, walk_in_link_id)
    references public_link (tenant_id, id) on delete set null (walk_in_link_id);
create index survey_response_newest on survey_response (tenant_id, answered_on desc, id desc);
create index survey_response_of_walk_in on survey_response (tenant_id, walk_in_link_id) where walk_in_link_id is not null;

-- How many one link took in: one row to look at before anything is written.
create table survey_walk_in (
  tenant_id uuid not null references tenant (id) on delete cascade,
  link_id uuid not null,
  answers integer not null default 0,
  suspects integer not null default 0,
  primary key (tenant_id, link_id),
  constraint survey_walk_in_link_exists foreign key (tenant_id, link_id) references public_link (tenant_id, id) on delete cascade
);
alter table survey_walk_in enable row level security;
alter table survey_walk_in force row level security;
create policy survey_walk_in_tenant on survey_walk_in as restrictive using (tenant_id = (select session_tenant()));
create policy survey_walk_in_all on survey_walk_in using (true);
grant select, insert, update, delete on survey_walk_in to mainstay_app;

-- Words as they are searched: as people look for names and jobs (bigrams_of).
alter table survey_answer
  add column search_text text,
  add column search_bigrams text[],
  add constraint survey_answer_words_length check (length(words) <= 4000);
create function note_answer_words() returns trigger language plpgsql as $$
begin
  new.search_text := nullif(btrim(regexp_replace(lower(normalize(coalesce(new.words, ''), nfkc)), '\s+', ' ', 'g')), '');
  new.search_bigrams := case when new.search_text is null then null else bigrams_of(new.search_text) end;
  return new;
end $$;
create trigger note_answer_words before insert or update of words on survey_answer
  for each row execute function note_answer_words();
create index survey_answer_search on survey_answer using gin (tenant_id, search_bigrams) where search_bigrams is not null;
create index survey_answer_with_words on survey_answer (tenant_id, response_id, question_id) where words is not null;

-- Neither LIKE nor array operators are leakproof: under row security no search index would be used. Ids alone come out; who
-- asks sees of them what row security shows.
create policy survey_answer_search on survey_answer for select to current_user using (true);
drop policy survey_answer_visible on survey_answer;
drop policy survey_answer_tenant on survey_answer;
create policy survey_answer_tenant on survey_answer as restrictive to mainstay_app using (tenant_id = (select session_tenant()));
create policy survey_answer_visible on survey_answer to mainstay_app using (
  (select session_sees_all()) or exists (select 1 from survey_response seen
    where seen.tenant_id = survey_answer.tenant_id and seen.id = survey_answer.response_id)) with check (true);
create function answers_with_words(wanted text, pattern text) returns table (response_id uuid, question_id uuid)
language sql stable security definer rows 500 set search_path = public as
$$ select response_id, question_id from survey_answer
   where tenant_id = session_tenant() and search_bigrams @> bigrams_of(wanted) and search_text like pattern $$;
revoke all on function answers_with_words(text, text) from public;
grant execute on function answers_with_words(text, text) to mainstay_app;
