import type { WordsLike } from "../words-like.ts";
import type { healthZh } from "./zh.ts";

export const healthEn: WordsLike<typeof healthZh> = {
  title: "Health",
  toAll: "Health of all accounts",
  input: {
    rhythm: "Order rhythm",
    relationship: "Relationship",
    voice: "Voice of the customer",
    service: "Service",
    payment: "Payment",
    value: "Value delivered",
  },
  formula: {
    rhythm:
      "The weaker of timing (1 − probability lost) and amount (last 12 months ÷ the 12 before, at most 1): 100 points from 95 % on, 0 at 50 % or less",
    relationship: "0.6 × coverage + 0.4 × (support + 100) ÷ 2",
    voice:
      "The customer's newest answers (NPS, CSAT or CES), weighted by role and influence, on 0 to 100; unknown after 200 days",
    service: "Share of clocks kept × 100, less points for open, overdue, major and urgent cases",
    payment:
      "Amount-weighted overdue days of invoices due in the last 12 months or still open: 100 points at 0 days, 0 at 60 or more; disputed ones left out",
    value: "Metrics met ÷ metrics promised in the newest value report",
  },
  whole:
    "Six inputs by weight. Unknown ones are left out and their weight is shared among the known. With less than 60 % of the weight known it is “not enough known”, never healthy. A veto makes it at risk whatever the score. How complete the record is does not count.",
  score: "{{score}} points",
  provisional: "Provisional: {{score}} points",
  provisionalWhy: "Over the known {{weight}} % of the weight only: a hint, not a judgement",
  known: "{{weight}} % of the weight known",
  weight: "Weight {{weight}}",
  counts: "counts {{weight}} %",
  unknown: "Unknown",
  noSource: "No source of data yet",
  notYet: "Not judged yet",
  notYetWhy: "It will be after the next round, usually at night.",
  inputs: "What it is made of",
  vetoes: "Vetoes",
  veto: {
    relationship: "A veto in the relationship at the top",
    contact_left: "A key contact left and was not handed over within 24 hours",
    buyer_dissatisfied: "An economic buyer is dissatisfied",
    case_overdue: "An urgent case is overdue",
    termination: "The customer gave notice of termination",
    rhythm_broken: "The order rhythm is broken beyond its limit",
  },
  vetoWho: "An economic buyer is against us: {{names}}",
  vetoHidden: "The details are a personal profile, which your role does not see.",
  reason: {
    relationship: "There is a veto in the relationship at the top.",
    contact_left_one: "{{count}} contact left and nobody took over within 24 hours.",
    contact_left_other: "{{count}} contacts left and nobody took over within 24 hours.",
    buyer_dissatisfied:
      "The economic buyer gave only {{score}} ({{scale}}) {{days}} days ago; this is not averaged away.",
    case_overdue_one: "An urgent case is overdue.",
    case_overdue_other: "{{count}} urgent cases are overdue.",
    termination: "The customer gave notice of termination.",
    rhythm_broken: "{{days}} days since the last order, beyond the limit of its own rhythm.",
    rhythm_broken_unknown: "The order rhythm is broken beyond its limit.",
    low_rhythm: "Orders reach only {{share}} of what was expected.",
    low_relationship: "Coverage {{coverage}}, support {{supportIndex}}.",
    low_voice_one: "The customer's own rating is low ({{score}} points, {{count}} answer).",
    low_voice_other: "The customer's own rating is low ({{score}} points, {{count}} answers).",
    low_service: "Service scores low ({{score}} points).",
    low_payment: "Payments are {{days}} days overdue on average, by amount.",
    low_value: "Little of the promised value was delivered ({{score}} points).",
  },
  scale: { nps: "recommendation 0–10", csat: "satisfaction 1–5", ces: "ease 1–7" },
  noReasons: "Nothing known speaks against it.",
  look: "See the rows",
  trend: { rising: "Rising", steady: "Steady", falling: "Falling" },
  since: { four: "Against 4 weeks ago", twelve: "Against 12 weeks ago" },
  sinceNone: "Nothing was kept then",
  change: "{{change}} points",
  weeksTitle: "The last 26 weeks",
  weeksLabel_one: "Line of health over {{count}} week, {{score}} points in the last",
  weeksLabel_other: "Line of health over {{count}} weeks, {{score}} points in the last",
  weeksNone: "Kept every Monday; the line begins with the second week.",
  adjust: {
    title: "Adjusted by hand",
    act: "Adjust the score",
    points: "Points to add or take away",
    pointsHint: "Ten at most; ends by itself after 30 days; heals no veto",
    note: "Why",
    notePlaceholder: "What you saw that the score does not show",
    running: "{{points}} points by {{name}} on {{from, shortDay}}, until {{until, shortDay}}",
    end: "End now",
    saved: "Adjusted; it ends by itself after 30 days",
    ended: "Adjustment ended",
    none: "Nothing was adjusted by hand.",
    past: "Ended",
  },
  screen: {
    title: "Health and back-test",
    lead_one:
      "{{count, number}} account: {{red, number}} at risk, {{insufficient, number}} with too little known",
    lead_other:
      "{{count, number}} accounts: {{red, number}} at risk, {{insufficient, number}} with too little known",
    about: "Who gets better, who gets worse, and what health said before each past loss.",
    leadNone: "No accounts yet",
    bands: "By health",
    bandCount_one: "{{count, number}} account",
    bandCount_other: "{{count, number}} accounts",
    unjudged_one: "{{count, number}} not judged yet",
    unjudged_other: "{{count, number}} not judged yet",
    insufficientWhy:
      "Too little known: inputs of less than 60 % of the weight, mostly for want of survey answers or of any case. Vetoes work; provisional scores help to put accounts in order. Value delivered (10 % of the weight) has no source of data yet.",
    movers: "Moved most in four weeks",
    moversAbout: "By provisional score, three points or more",
    falls: "Fell",
    rises: "Rose",
    moversNone: "Nothing was kept four weeks ago, or nothing moved much.",
    move: "from {{before}} to {{now}}",
  },
  backTest: {
    title: "Back-test: what health said before each loss",
    about:
      "For every lost account, health is recomputed for 30, 60, 90 and 180 days before, from the orders, weekly relationship snapshots, invoices, judgements and handovers known by then.",
    caveat:
      "What the rhythm model knows of customers in general is today's; of each account only what was dated by then is used. With few losses this shows cases, not statistics.",
    withoutStances:
      "Your role does not see stances, so the veto of an opposing economic buyer is left out here.",
    n_one:
      "{{count, number}} loss: {{recorded, number}} recorded by people, {{silence, number}} confirmed by silence",
    n_other:
      "{{count, number}} losses: {{recorded, number}} recorded by people, {{silence, number}} confirmed by silence",
    none: "No losses on record yet",
    noneWhy:
      "Once a signal is resolved as lost, or an account is silent beyond its limit, what health said before is recomputed here.",
    lead: "{{days}} days before",
    column: {
      when: "When",
      n: "Losses",
      judged: "Judgement then",
      provisional: "With provisional",
      warned: "Warned",
    },
    warnedOf: "{{warned, number}} of {{n, number}}",
    warnedAbout: "At risk, or not enough known with a provisional score under 50",
    falseTitle: "False alarms",
    falseShare:
      "On {{days, number}} account-days before any loss it warned {{warned, number}} times; {{wrong, number}} of these were no loss within 180 days: {{share}} false",
    falseNone:
      "On {{days, number}} account-days before any loss it never warned, so there is no share of false alarms.",
    list: "One by one",
    lostOn: "Lost on",
    because: { recorded: "Recorded by people", silence: "Confirmed by silence" },
    details: "{{account}}, {{days}} days before its loss",
    on: "As of {{on, day}}",
    learned:
      "Weights can be learnt from data only in a workspace with 50 recorded losses or more; the published weights are used everywhere today.",
  },
};
