import { lifecycleRoutes } from "./lifecycle/lifecycle-routes.ts";
import { playbookRoutes } from "./playbook/playbook-routes.ts";
import { accountTeamRoutes } from "./account-team/team-routes.ts";
import { programmeRoutes } from "./programme/programme-routes.ts";
import { approvalRoutes } from "./approval/approval-routes.ts";
import { calendarFeedRoutes } from "./calendar-feed/feed-routes.ts";
import { caseRoutes } from "./case/case-routes.ts";
import { calendarRoutes } from "./calendar/calendar-routes.ts";
import { healthRoutes } from "./health/health-routes.ts";
import { attachmentRoutes } from "./case-attachment/attachment-routes.ts";
import { caseLinkRoutes } from "./case-link/link-routes.ts";
import { costRoutes } from "./cost/cost-routes.ts";
import { closingRoutes } from "./case-closing/closing-routes.ts";
import { consentRoutes } from "./consent/consent-routes.ts";
import { assessmentRoutes } from "./impact-assessment/assessment-routes.ts";
import { inspectionRoutes } from "./inspection/inspection-routes.ts";
import { incidentRoutes } from "./incident/incident-routes.ts";
import { noticeRoutes } from "./privacy-notice/notice-routes.ts";
import { privacyRoutes } from "./privacy/privacy-routes.ts";
import { subjectPacketRoutes } from "./subject-packet/packet-routes.ts";
import { subjectRequestRoutes } from "./subject-request/request-routes.ts";
import { obligationRoutes } from "./obligation/obligation-routes.ts";
import { servicePolicyRoutes } from "./service-policy/service-policy-routes.ts";
import { todayRoutes } from "./today/today-routes.ts";
import { workloadRoutes } from "./workload/workload-routes.ts";
import { segmentMoveRoutes } from "./segment-move/segment-move-routes.ts";
import { policyRoutes } from "./policy/policy-routes.ts";
import { briefRoutes } from "./brief/brief-routes.ts";
import { dayRoutes } from "./day/day-routes.ts";
import { evaluationRoutes } from "./evaluation/evaluation-routes.ts";
import { personMergeRoutes } from "./person/person-merge-routes.ts";
import { personPhotoRoutes } from "./person/person-photo-routes.ts";
import { personRoutes } from "./person/person-routes.ts";
import { factRoutes } from "./fact/fact-routes.ts";
import { interactionRoutes } from "./interaction/interaction-routes.ts";
import { quickLogRoutes } from "./quick-log/quick-log-routes.ts";
import { taskRoutes } from "./task/task-routes.ts";
import { evidenceRoutes } from "./evidence-file/evidence-routes.ts";
import { needRoutes } from "./need/need-routes.ts";
import { voiceRoutes } from "./voice/voice-routes.ts";
import { surveyAnsweringRoutes } from "./survey-response/survey-response-routes.ts";
import { surveyRoutes } from "./survey/survey-routes.ts";
import { promiseRoutes } from "./promise/promise-routes.ts";
import { rescueRoutes } from "./rescue/rescue-routes.ts";
import { signalRuleRoutes } from "./signal-rule/signal-rule-routes.ts";
import { signalRoutes } from "./signal/signal-routes.ts";
import { accountPageRoutes } from "./account-page/account-page-routes.ts";
import { accountRoutes } from "./account/account-routes.ts";
import { accessTokenRoutes } from "./access-token/access-token-routes.ts";
import { auditRoutes } from "./audit/audit-routes.ts";
import { exchangeRateRoutes } from "./exchange-rate/exchange-rate-routes.ts";
import { chainRoutes } from "./decision-chain/chain-routes.ts";
import { projectRoutes } from "./project/project-routes.ts";
import { pauseRoutes } from "./pause/pause-routes.ts";
import { handoverRoutes } from "./handover/handover-routes.ts";
import { changeRoutes } from "./requirement-change/change-routes.ts";
import { importRoutes } from "./import/import-routes.ts";
import { incomingHookRoutes } from "./incoming-hook/hook-routes.ts";
import { incomingMessageRoutes } from "./incoming-message/incoming-message-routes.ts";
import { mailboxRoutes } from "./mailbox/mailbox-routes.ts";
import { filingLinkRoutes } from "./filing-link/filing-link-routes.ts";
import { publicCaseRoutes } from "./public-case/public-case-routes.ts";
import { mailRoutes } from "./mail/mail-routes.ts";
import { robotRoutes } from "./robot/robot-routes.ts";
import { notificationRoutes } from "./notification/notification-routes.ts";
import { orderRoutes } from "./order/order-routes.ts";
import { departmentRoutes } from "./department/department-routes.ts";
import { passkeyRoutes } from "./passkey/passkey-routes.ts";
import { secondFactorRoutes } from "./second-factor/second-factor-routes.ts";
import { singleSignOnRoutes } from "./single-sign-on/single-sign-on-routes.ts";
import { serviceAnalysisRoutes } from "./service-analysis/service-analysis-routes.ts";
import { feedbackLoopRoutes } from "./feedback-loop/feedback-loop-routes.ts";
import type { App } from "./platform/http/app.ts";
import { relationshipRoutes } from "./relationship/relationship-routes.ts";
import { relationshipMapRoutes } from "./relationship-map/relationship-map-routes.ts";
import { savedViewRoutes } from "./saved-view/saved-view-routes.ts";
import { sessionRoutes } from "./session/session-routes.ts";
import { setupRoutes } from "./setup/setup-routes.ts";
import { workspaceRoutes } from "./tenant/workspace-routes.ts";
import { tieRoutes } from "./tie/tie-routes.ts";
import { userRoutes } from "./user/user-routes.ts";
import { workdayRoutes } from "./workday/workday-routes.ts";

/** Every noun's routes; a test proves that together they serve exactly the contract. */
const nouns: ((app: App) => void)[] = [
  setupRoutes,
  sessionRoutes,
  userRoutes,
  accessTokenRoutes,
  departmentRoutes,
  secondFactorRoutes,
  passkeyRoutes,
  singleSignOnRoutes,
  workspaceRoutes,
  exchangeRateRoutes,
  workdayRoutes,
  pauseRoutes,
  savedViewRoutes,
  auditRoutes,
  importRoutes,
  orderRoutes,
  accountRoutes,
  accountPageRoutes,
  signalRoutes,
  signalRuleRoutes,
  needRoutes,
  promiseRoutes,
  evidenceRoutes,
  surveyAnsweringRoutes,
  voiceRoutes,
  surveyRoutes,
  rescueRoutes,
  taskRoutes,
  lifecycleRoutes,
  playbookRoutes,
  servicePolicyRoutes,
  obligationRoutes,
  interactionRoutes,
  quickLogRoutes,
  personRoutes,
  personMergeRoutes,
  personPhotoRoutes,
  factRoutes,
  relationshipMapRoutes,
  relationshipRoutes,
  tieRoutes,
  briefRoutes,
  dayRoutes,
  closingRoutes,
  inspectionRoutes,
  consentRoutes,
  noticeRoutes,
  subjectRequestRoutes,
  subjectPacketRoutes,
  assessmentRoutes,
  incidentRoutes,
  privacyRoutes,
  evaluationRoutes,
  policyRoutes,
  segmentMoveRoutes,
  approvalRoutes,
  accountTeamRoutes,
  programmeRoutes,
  projectRoutes,
  chainRoutes,
  handoverRoutes,
  changeRoutes,
  todayRoutes,
  notificationRoutes,
  mailRoutes,
  mailboxRoutes,
  incomingHookRoutes,
  incomingMessageRoutes,
  filingLinkRoutes,
  publicCaseRoutes,
  robotRoutes,
  workloadRoutes,
  feedbackLoopRoutes,
  serviceAnalysisRoutes,
  healthRoutes,
  calendarRoutes,
  calendarFeedRoutes,
  caseRoutes,
  attachmentRoutes,
  caseLinkRoutes,
  costRoutes,
];

export const joinRoutes = (app: App): void => {
  for (const join of nouns) join(app);
};
