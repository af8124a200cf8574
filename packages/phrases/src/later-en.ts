import { caseEn } from "./case/en.ts";
import { incomingMessageEn } from "./incoming-message/en.ts";
import { furtherPlaceEn } from "./further-place/en.ts";
import { playbookEn } from "./playbook/en.ts";
import { accountTeamEn } from "./account-team/en.ts";
import { approvalEn } from "./approval/en.ts";
import { programmeEn } from "./programme/en.ts";
import { calendarEn } from "./calendar/en.ts";
import { healthEn } from "./health/en.ts";
import { handoverEn } from "./handover/en.ts";
import { requirementChangeEn } from "./requirement-change/en.ts";
import { cycleEn } from "./cycle/en.ts";
import { lifecycleEn } from "./lifecycle/en.ts";
import { channelEn } from "./channel/en.ts";
import { notificationEn } from "./notification/en.ts";
import { consentEn } from "./consent/en.ts";
import { privacyEn } from "./privacy/en.ts";
import { accountPageEn } from "./account-page/en.ts";
import { auditEn } from "./audit/en.ts";
import { chainEn } from "./decision-chain/en.ts";
import { departmentEn } from "./department/en.ts";
import { factEn } from "./fact/en.ts";
import { briefEn } from "./brief/en.ts";
import { figureEn } from "./figure/en.ts";
import { personEn } from "./person/en.ts";
import { policyEn } from "./policy/en.ts";
import { obligationEn } from "./obligation/en.ts";
import { servicePolicyEn } from "./service-policy/en.ts";
import { settingEn } from "./setting/en.ts";
import { quickLogEn } from "./quick-log/en.ts";
import { relationshipEn } from "./relationship/en.ts";
import { importEn } from "./import/en.ts";
import { todayRowEn } from "./today-row/en.ts";
import { workloadEn } from "./workload/en.ts";
import { mapEn } from "./relationship-map/en.ts";
import { needEn } from "./need/en.ts";
import { promiseEn } from "./promise/en.ts";
import { surveyEn } from "./survey/en.ts";
import { feedbackLoopEn } from "./feedback-loop/en.ts";
import { evidenceEn } from "./evidence/en.ts";
import { serviceAnalysisEn } from "./service-analysis/en.ts";
import { voiceResultEn } from "./voice-result/en.ts";
import { voiceEn } from "./voice/en.ts";
import { caseClosingEn } from "./case-closing/en.ts";
import { inspectionEn } from "./inspection/en.ts";
import { rescueEn } from "./rescue/en.ts";
import { signalRuleEn } from "./signal-rule/en.ts";

/** Phrases that no first screen needs, in English. */
export const laterEn = {
  case: caseEn,
  furtherPlace: furtherPlaceEn,
  incomingMessage: incomingMessageEn,
  accountTeam: accountTeamEn,
  approval: approvalEn,
  programme: programmeEn,
  handover: handoverEn,
  requirementChange: requirementChangeEn,
  cycle: cycleEn,
  lifecycle: lifecycleEn,
  playbook: playbookEn,
  import: importEn,
  accountPage: accountPageEn,
  audit: auditEn,
  chain: chainEn,
  department: departmentEn,
  fact: factEn,
  brief: briefEn,
  figure: figureEn,
  person: personEn,
  policy: policyEn,
  obligation: obligationEn,
  servicePolicy: servicePolicyEn,
  setting: settingEn,
  quickLog: quickLogEn,
  relationship: relationshipEn,
  map: mapEn,
  channel: channelEn,
  notification: notificationEn,
  consent: consentEn,
  privacy: privacyEn,
  todayRow: todayRowEn,
  workload: workloadEn,
  need: needEn,
  promise: promiseEn,
  closing: caseClosingEn,
  inspection: inspectionEn,
  rescue: rescueEn,
  survey: surveyEn,
  feedbackLoop: feedbackLoopEn,
  evidence: evidenceEn,
  serviceAnalysis: serviceAnalysisEn,
  voice: voiceEn,
  voiceResult: voiceResultEn,
  signalRule: signalRuleEn,
  calendar: calendarEn,
  health: healthEn,
};
