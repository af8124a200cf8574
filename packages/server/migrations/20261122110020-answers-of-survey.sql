-- Drivers and trends read the answers of one survey, newest first, without a look at the rows.
create index survey_response_of_survey on survey_response (tenant_id, survey_id, answered_on desc, id desc)
  include (is_complete, is_suspect, is_anonymous, account_id, round_id, overall_kind, overall_score);
