import { caseZh } from "./case/zh.ts";
import { incomingMessageZh } from "./incoming-message/zh.ts";
import { furtherPlaceZh } from "./further-place/zh.ts";
import { playbookZh } from "./playbook/zh.ts";
import { accountTeamZh } from "./account-team/zh.ts";
import { approvalZh } from "./approval/zh.ts";
import { programmeZh } from "./programme/zh.ts";
import { calendarZh } from "./calendar/zh.ts";
import { healthZh } from "./health/zh.ts";
import { handoverZh } from "./handover/zh.ts";
import { requirementChangeZh } from "./requirement-change/zh.ts";
import { cycleZh } from "./cycle/zh.ts";
import { lifecycleZh } from "./lifecycle/zh.ts";
import { channelZh } from "./channel/zh.ts";
import { notificationZh } from "./notification/zh.ts";
import { consentZh } from "./consent/zh.ts";
import { privacyZh } from "./privacy/zh.ts";
import { accountPageZh } from "./account-page/zh.ts";
import { auditZh } from "./audit/zh.ts";
import { chainZh } from "./decision-chain/zh.ts";
import { departmentZh } from "./department/zh.ts";
import { factZh } from "./fact/zh.ts";
import { briefZh } from "./brief/zh.ts";
import { figureZh } from "./figure/zh.ts";
import { personZh } from "./person/zh.ts";
import { policyZh } from "./policy/zh.ts";
import { obligationZh } from "./obligation/zh.ts";
import { servicePolicyZh } from "./service-policy/zh.ts";
import { settingZh } from "./setting/zh.ts";
import { quickLogZh } from "./quick-log/zh.ts";
import { relationshipZh } from "./relationship/zh.ts";
import { importZh } from "./import/zh.ts";
import { todayRowZh } from "./today-row/zh.ts";
import { workloadZh } from "./workload/zh.ts";
import { mapZh } from "./relationship-map/zh.ts";
import { needZh } from "./need/zh.ts";
import { promiseZh } from "./promise/zh.ts";
import { surveyZh } from "./survey/zh.ts";
import { feedbackLoopZh } from "./feedback-loop/zh.ts";
import { evidenceZh } from "./evidence/zh.ts";
import { serviceAnalysisZh } from "./service-analysis/zh.ts";
import { voiceResultZh } from "./voice-result/zh.ts";
import { voiceZh } from "./voice/zh.ts";
import { caseClosingZh } from "./case-closing/zh.ts";
import { inspectionZh } from "./inspection/zh.ts";
import { rescueZh } from "./rescue/zh.ts";
import { signalRuleZh } from "./signal-rule/zh.ts";

/** Phrases that no first screen needs: fetched with the screens that speak them (`withLaterWords`). */
export const laterZh = {
  case: caseZh,
  furtherPlace: furtherPlaceZh,
  incomingMessage: incomingMessageZh,
  accountTeam: accountTeamZh,
  approval: approvalZh,
  programme: programmeZh,
  handover: handoverZh,
  requirementChange: requirementChangeZh,
  cycle: cycleZh,
  lifecycle: lifecycleZh,
  playbook: playbookZh,
  import: importZh,
  accountPage: accountPageZh,
  audit: auditZh,
  chain: chainZh,
  department: departmentZh,
  fact: factZh,
  brief: briefZh,
  figure: figureZh,
  person: personZh,
  policy: policyZh,
  obligation: obligationZh,
  servicePolicy: servicePolicyZh,
  setting: settingZh,
  quickLog: quickLogZh,
  relationship: relationshipZh,
  map: mapZh,
  channel: channelZh,
  notification: notificationZh,
  consent: consentZh,
  privacy: privacyZh,
  todayRow: todayRowZh,
  workload: workloadZh,
  need: needZh,
  promise: promiseZh,
  closing: caseClosingZh,
  inspection: inspectionZh,
  rescue: rescueZh,
  survey: surveyZh,
  feedbackLoop: feedbackLoopZh,
  evidence: evidenceZh,
  serviceAnalysis: serviceAnalysisZh,
  voice: voiceZh,
  voiceResult: voiceResultZh,
  signalRule: signalRuleZh,
  calendar: calendarZh,
  health: healthZh,
};
