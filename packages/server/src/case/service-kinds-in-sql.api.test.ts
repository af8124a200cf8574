import { afterReadingWays } from "@mainstay/contract/mailbox";

import { callBackOutcomes } from "@mainstay/domain/case-closing/call-back-rule";
import {
  caseCauses,
  caseChannels,
  caseClosers,
  caseEventKinds,
  caseKinds,
  caseLevels,
  caseSources,
  caseStatuses,
} from "@mainstay/domain/case/case-kind";
import { costKinds } from "@mainstay/domain/cost/cost-kind";
import { customerMailKinds } from "@mainstay/domain/customer-mail/customer-mail-kind";
import { feedbackLoopStatuses } from "@mainstay/domain/feedback-loop/feedback-loop-status";
import { loopOpenings } from "@mainstay/domain/feedback-loop/loop-opening";
import {
  fileRefusals,
  incomingChannels,
  incomingReasons,
  incomingStatuses,
} from "@mainstay/domain/incoming-message/incoming-message-kind";
import {
  inspectionItemStatuses,
  inspectionPopulations,
} from "@mainstay/domain/inspection/inspection-kind";
import {
  needLevels,
  needOrigins,
  needSources,
  needStates,
  needVisibilities,
} from "@mainstay/domain/need/need-kind";
import {
  promiseSources,
  promiseStatuses,
  promiseStepKinds,
} from "@mainstay/domain/promise/promise-status";
import { publicLinkPurposes } from "@mainstay/domain/public-link/public-link-purpose";
import { signalKinds } from "@mainstay/domain/signal/signal-kind";
import {
  invitationStatuses,
  questionKinds,
  surveyRhythms,
  surveyStatuses,
  voiceScales,
} from "@mainstay/domain/survey/survey-kind";
import { userRoles } from "@mainstay/domain/user/user-role";
import { expect, test } from "vitest";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";

const known: Readonly<Record<string, readonly string[]>> = {
  call_back_outcome_known: callBackOutcomes,
  case_day_sum_slice_known: ["all", "cause", "department", "level", "product", "segment"],
  case_event_kind_known: caseEventKinds,
  case_pause_agreed_via_known: caseChannels,
  case_transfer_status_known: ["open", "accepted", "declined", "withdrawn"],
  cost_entry_kind_known: costKinds,
  cost_entry_source_known: ["case"],
  customer_mail_kind_known: customerMailKinds,
  customer_mail_status_known: ["waiting", "sent", "dead", "skipped"],
  feedback_loop_opening_known: loopOpenings,
  feedback_loop_scale_known: voiceScales,
  feedback_loop_status_known: feedbackLoopStatuses,
  hourly_rate_role_known: userRoles,
  incoming_attachment_refused_known: fileRefusals,
  incoming_message_because_known: incomingReasons,
  incoming_message_channel_known: incomingChannels,
  incoming_message_kind_known: caseKinds,
  incoming_message_level_known: caseLevels,
  incoming_message_status_known: incomingStatuses,
  inspection_item_status_known: inspectionItemStatuses,
  inspection_item_subject_known: ["case", "interaction"],
  inspection_population_known: inspectionPopulations,
  mailbox_after_reading_known: afterReadingWays,
  mailbox_security_known: ["tls", "starttls"],
  need_level_known: needLevels,
  need_source_kind_known: needOrigins,
  need_source_known: needSources,
  need_state_known: needStates,
  need_step_from_known: needStates,
  need_step_to_known: needStates,
  need_visibility_known: needVisibilities,
  promise_source_known: promiseSources,
  promise_status_known: promiseStatuses,
  promise_step_kind_known: promiseStepKinds,
  public_link_purpose_known: publicLinkPurposes,
  service_case_cause_known: caseCauses,
  service_case_channel_known: caseChannels,
  service_case_closed_by_known: caseClosers,
  service_case_kind_known: caseKinds,
  service_case_level_known: caseLevels,
  service_case_source_known: caseSources,
  service_case_status_known: caseStatuses,
  signal_kind_known: signalKinds,
  survey_answer_kind_known: questionKinds,
  survey_invitation_status_known: invitationStatuses,
  survey_opt_out_via_known: ["link", "by_hand"],
  survey_question_kind_known: questionKinds,
  survey_response_overall_kind_known: voiceScales,
  survey_rhythm_known: surveyRhythms,
  survey_status_known: surveyStatuses,
};

/** Every table of service and satisfaction; a check of theirs that is not named above fails. */
const tables =
  "^(service_case|case_|cost_entry|hourly_rate|public_link|promise|survey|need|feedback_loop|mailbox|incoming_|inspection|call_back|customer_mail)";

test("the tables of service take exactly the kinds that the rules know, and none is left out here", async () => {
  const world = await testWorld();
  const rows = await askTenant<{ name: string; text: string }>(
    world,
    await makeTenant(world),
    `select c.conname as name, pg_get_constraintdef(c.oid) as text from pg_constraint c
     join pg_class t on t.oid = c.conrelid and t.relkind = 'r'
     where c.conname like '%\\_known' and (t.relname ~ '${tables}' or c.conname = 'signal_kind_known')`,
  );
  const taken = rows.map(({ name, text }): [string, string[]] => [
    name,
    [...text.matchAll(/'(\w+)'::text/g)].map(([, kind]) => kind ?? "").toSorted(),
  ]);
  const wanted = Object.entries(known).map(([name, kinds]) => [name, [...kinds].toSorted()]);
  expect(Object.fromEntries(taken)).toEqual(Object.fromEntries(wanted));
});
