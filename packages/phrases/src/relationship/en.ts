import type { WordsLike } from "../words-like.ts";
import type { relationshipZh } from "./zh.ts";

export const relationshipEn: WordsLike<typeof relationshipZh> = {
  tabs: {
    label: "Pages of the account",
    overview: "Overview",
    map: "Map",
    chain: "Decision chain",
    support: "Support over time",
    brief: "Meeting brief",
    cycle: "Cycle",
  },
  title: "Decision chain and support",
  supportTitle: "{{account}}: support over time",
  name: {
    support_index: "Support",
    coverage: "Coverage",
    known_share: "Known share",
    threads: "Their people in contact",
    bus_factor: "Our people in contact",
  },
  formula: {
    support_index:
      "100 × Σ(weight × stance × freshness) ÷ Σ(2 × weight), −100 to +100; an unknown stance counts in the denominator only",
    coverage:
      "Σ(weight × c) ÷ Σ weight; c sums the points of each person's two-way contacts (message 0.2, call or event 0.35, meeting or meal 0.6, executive one-to-one 1), halved every 45 days, at most 1",
    known_share:
      "Weight of those whose stance is known ÷ all weight; below 60% the support is only a hint",
    threads: "Their present people with c ≥ 0.3; below 2 red, below 3 amber",
    bus_factor:
      "Our people with c ≥ 0.3 to at least one key person; below 2 the account hangs on one of us",
  },
  weight: "Weight = influence × role factor",
  greyed: "Less than 60% known: only a hint",
  trend: { widening: "Support widening", steady: "Support steady", narrowing: "Support narrowing" },
  change: "{{change}} since last week",
  redFlags: "Red flags",
  noFlags: "No red flag.",
  act: {
    openChain: "Open the chain",
    openMap: "Open the map",
    log: "Log a meeting",
    task: "Add task",
  },
  next: "Next best person",
  nextHidden: "The next best person is part of a profile, which your role does not see.",
  toSupport: "See the trend",
  startChain: "Mark roles in the purchase",
  asOf: "As of {{on, day}}",
  measuring: "Being measured",
  chart: {
    title: "Week by week",
    label:
      "Lines of support and coverage over {{weeks, number}} weeks; latest support {{index}}, coverage {{coverage}}",
    now: "Now",
    none: "No whole week is kept yet. Every Monday one is; from next week on the change shows here.",
    table: "Show as table",
    hideTable: "Hide table",
    week: "Week",
  },
  members: "What each person adds",
  membersAbout: "These points sum up to the support",
  membersHidden:
    "Stance and influence are part of a profile, which your role does not see; the sums are shown.",
  membersNone:
    "Nobody stands in the decision chain yet. Give the key people a role in the purchase first.",
  column: {
    person: "Person",
    role: "Role",
    weight: "Weight",
    stance: "Stance × freshness",
    points: "Points of support",
    coverage: "Coverage",
    lastContact: "Last two-way contact",
    path: "How to reach",
  },
  weightOf: "{{influence}} × {{factor}}",
  assumed: "Influence not assessed: 3 assumed",
  key: "Key person",
  neverMet: "Never",
  findPath: "Find a way",
  pathTitle: "How to reach {{person}}",
  pathNone:
    "No credible way is known: nobody of ours has reached “gives time” with anybody near, or no tie between them is known.",
  pathHow:
    "A way begins with a level of “gives time” or better and follows known ties, reporting lines and departments at the least cost.",
  project: "Scope",
  wholeAccount: "Whole account",
  notFound: "This account cannot be opened",
};
