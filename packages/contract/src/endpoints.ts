import { accessTokens } from "./access-token.ts";
import { accounts } from "./account.ts";
import { accountPage } from "./account-page.ts";
import { accountTeams } from "./account-team.ts";
import { absences, approvals } from "./approval.ts";
import { assessments } from "./assessment.ts";
import { audits } from "./audit.ts";
import { caseClockSettings } from "./case-clock-setting.ts";
import { cases } from "./case.ts";
import { calendarFeeds, calendars } from "./calendar.ts";
import { caseAttachments } from "./case-attachment.ts";
import { caseExports } from "./case-export.ts";
import { caseLinks } from "./case-link.ts";
import { costs, hourlyRates } from "./cost.ts";
import { caseClosings, publicLinks } from "./case-closing.ts";
import { consents, consentTexts, withdrawals } from "./consent.ts";
import { decisionChains } from "./decision-chain.ts";
import { playbooks } from "./playbook.ts";
import { lifecycles } from "./lifecycle.ts";
import type { Endpoint } from "./endpoint/endpoint.ts";
import { evaluations } from "./evaluation.ts";
import { facts } from "./fact.ts";
import { feedbackLoops } from "./feedback-loop.ts";
import { serviceAnalysis } from "./service-analysis.ts";
import { healths } from "./health.ts";
import { impactAssessments } from "./impact-assessment.ts";
import { handovers } from "./handover.ts";
import { requirementChanges } from "./requirement-change.ts";
import { imports } from "./import.ts";
import { incidents } from "./incident.ts";
import { inspections } from "./inspection.ts";
import { interactions } from "./interaction.ts";
import { briefs } from "./brief.ts";
import { days } from "./day.ts";
import { departments } from "./department.ts";
import { incomingHooks, incomingMessages } from "./incoming-message.ts";
import { mailSettings, outgoingMessages } from "./mail.ts";
import { caseForms, filingLinks, mailboxes } from "./mailbox.ts";
import { pauseAskings } from "./pause-asking.ts";
import { publicCases } from "./public-case.ts";
import { robots } from "./robot.ts";
import { notifications } from "./notification.ts";
import { deliveries, invoices, orders, payments, products } from "./order.ts";
import { passkeys } from "./passkey.ts";
import { pairLevels } from "./pair-level.ts";
import { pauses } from "./pause.ts";
import { people } from "./person.ts";
import { personExports } from "./person-export.ts";
import { personLists } from "./person-list.ts";
import { personMerges } from "./person-merge.ts";
import { personPages } from "./person-page.ts";
import { personPhotos } from "./person-photo.ts";
import { policies, segmentMoves } from "./policy.ts";
import { privacy } from "./privacy.ts";
import { notices } from "./privacy-notice.ts";
import { programme } from "./programme.ts";
import { projects } from "./project.ts";
import { quickLogs } from "./quick-log.ts";
import { recordBatches } from "./record-batch.ts";
import { recordExports } from "./record-export.ts";
import { needEvidence, promiseEvidence } from "./evidence-file.ts";
import { needs } from "./need.ts";
import { surveys } from "./survey.ts";
import { surveyInvitations, surveyRounds } from "./survey-round.ts";
import { surveyOptOuts, surveySettings } from "./survey-setting.ts";
import { promises } from "./promise.ts";
import { rescues } from "./rescue.ts";
import { relationships } from "./relationship.ts";
import { relationshipMaps } from "./relationship-map.ts";
import { savedViews } from "./saved-view.ts";
import { secondFactors } from "./second-factor.ts";
import { obligations } from "./obligation.ts";
import { servicePolicies } from "./service-policy.ts";
import { sessions } from "./session.ts";
import { exchangeRates, workspaces } from "./setting.ts";
import { setup } from "./setup.ts";
import { signalRules } from "./signal-rule.ts";
import { signals } from "./signal.ts";
import { subjectPackets } from "./subject-packet.ts";
import { subjectRequests } from "./subject-request.ts";
import { surveyAnswering } from "./survey-response.ts";
import { tasks } from "./task.ts";
import { voices } from "./voice.ts";
import { singleSignOn } from "./single-sign-on.ts";
import { ties } from "./tie.ts";
import { today } from "./today.ts";
import { invitations, users } from "./user.ts";
import { workdays } from "./workday.ts";
import { workloads } from "./workload.ts";

const nouns: Readonly<Record<string, Endpoint>>[] = [
  setup,
  sessions,
  users,
  invitations,
  accessTokens,
  departments,
  secondFactors,
  passkeys,
  singleSignOn,
  today,
  workloads,
  signals,
  signalRules,
  needs,
  needEvidence,
  promises,
  promiseEvidence,
  surveyAnswering,
  voices,
  rescues,
  accounts,
  accountPage,
  people,
  personLists,
  personExports,
  personPages,
  personMerges,
  personPhotos,
  facts,
  consents,
  consentTexts,
  withdrawals,
  notices,
  subjectRequests,
  subjectPackets,
  impactAssessments,
  incidents,
  privacy,
  relationshipMaps,
  relationships,
  ties,
  orders,
  invoices,
  payments,
  deliveries,
  products,
  interactions,
  quickLogs,
  tasks,
  lifecycles,
  playbooks,
  imports,
  recordBatches,
  recordExports,
  evaluations,
  policies,
  servicePolicies,
  obligations,
  segmentMoves,
  briefs,
  days,
  savedViews,
  workspaces,
  exchangeRates,
  workdays,
  pauses,
  audits,
  approvals,
  absences,
  accountTeams,
  programme,
  projects,
  decisionChains,
  assessments,
  pairLevels,
  notifications,
  mailSettings,
  outgoingMessages,
  mailboxes,
  incomingHooks,
  incomingMessages,
  caseForms,
  filingLinks,
  publicCases,
  pauseAskings,
  surveys,
  surveyRounds,
  surveyInvitations,
  surveySettings,
  surveyOptOuts,
  robots,
  handovers,
  requirementChanges,
  feedbackLoops,
  serviceAnalysis,
  healths,
  calendars,
  calendarFeeds,
  cases,
  caseClockSettings,
  caseAttachments,
  caseExports,
  caseLinks,
  costs,
  hourlyRates,
  publicLinks,
  caseClosings,
  inspections,
];

/** Every endpoint of the interface: what the server must serve, OpenAPI describes and the access test walks. */
export const allEndpoints: readonly Endpoint[] = nouns.flatMap((noun) => Object.values(noun));
