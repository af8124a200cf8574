import type { WordsLike } from "../words-like.ts";
import type { todayZh } from "./zh.ts";

export const todayEn: WordsLike<typeof todayZh> = {
  title: "Today",
  headline: {
    manager_one: "One key account needs you today, with {{sum}} of margin at risk",
    manager_other:
      "{{count, number}} key accounts need you today, with {{sum}} of margin at risk in all",
    sponsor_one: "One account you sponsor needs attention, with {{sum}} of margin at risk",
    sponsor_other:
      "{{count, number}} accounts you sponsor need attention, with {{sum}} of margin at risk",
    service_one: "One account has a warning, with {{sum}} of margin at risk",
    service_other:
      "{{count, number}} accounts have warnings, with {{sum}} of margin at risk in all",
    steward_one: "One account has a warning to handle, with {{sum}} of margin at risk",
    steward_other:
      "{{count, number}} accounts have warnings to handle, with {{sum}} of margin at risk in all",
    quiet: "No warning needs you today",
    soon: "Your data is here; working out who needs you",
    empty: "Import your orders and this page will tell you who is slipping away",
  },
  critical_one: "{{count, number}} critical",
  critical_other: "{{count, number}} critical",
  unowned_one: "{{count, number}} without an owner",
  unowned_other: "{{count, number}} without an owner",
  proposals_one: "{{count, number}} segment move to decide",
  proposals_other: "{{count, number}} segment moves to decide",
  asOf: "Data up to {{on, day}}",
  judging: "Judging accounts",
  filteredNone: "No warning matches these filters",
  filteredNoneWhy: "Change the filters, or see all warnings.",
  noData: "There are no orders yet",
  noDataWhy:
    "Import your order history and in a few minutes you will see who your key accounts really are, which are slipping away, why, and what to do this week.",
  noDataAsk: "Ask an administrator, director or analyst to import the order history.",
  demoComing: "Generating the demo portfolio",
  demoComingWhy: "It takes about half a minute and appears by itself.",
  judgingWhy: "The result appears by itself.",
  toImport: "Import orders",
  notJudged: "There are {{accounts, number}} accounts, not judged yet",
  notJudgedWhy: "They are usually judged right after an import.",
  judgeNow: "Judge now",
  allQuiet: "Every account keeps its ordering rhythm",
  allQuietWhy:
    "Checked {{orderDays, number}} order days of {{accounts, number}} accounts; the latest order came on {{on, day}}.",
  noneInScope: "The accounts you look after have no warnings",
  tasks: "My tasks",
  noTasks: "No open tasks",
  signals: "Warnings",
  evidenceOpen: "Evidence: {{kinds}}",
  lastContact: "Last two-way contact: ",
  noContact: "No contact logged",
  advice: "Suggested: {{play}}",
  atStake: "margin at risk",
  owner: "Owner",
  anyOwner: "Any owner",
  anyKind: "Any kind",
  anySeverity: "Any severity",
  view: "State",
  keys: "j / k move · Enter evidence · o open account · a take · t task · l log · s snooze · r resolve",
  keysTitle: "Keyboard",
};
