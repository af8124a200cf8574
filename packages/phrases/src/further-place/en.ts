import type { WordsLike } from "../words-like.ts";
import type { furtherPlaceZh } from "./zh.ts";

export const furtherPlaceEn: WordsLike<typeof furtherPlaceZh> = {
  kind: "Screen",
  handovers: "Handovers",
  obligations: "Obligations",
  needs: "Needs",
  promises: "Promises",
  rescues: "Rescues",
  health: "Health",
  approvals: "Approvals",
  programme: "Key account programme",
  team: "Team workload",
  outbox: "Logs waiting to be sent",
  playbooks: "Playbooks",
  servicePolicy: "Service policy",
  cases: "Service cases",
  surveys: "Surveys",
  loops: "Feedback loops",
  verbatims: "Verbatims",
  inspections: "Inspections by call",
  unconfirmed: "Cases waiting for the customer",
  needAnalysis: "Analysis of needs",
  surveySettings: "Settings of surveys",
  caseClocks: "Service clocks",
  signalRules: "Signal rules",
};
