import type { SignalRules } from "@mainstay/domain/signal-rule/signal-rules";

export const ruleGroups = [
  "cadence",
  "contract",
  "keyContact",
  "stance",
  "requirementChange",
  "satisfaction",
  "complaint",
  "promise",
  "relationship",
  "order",
  "severity",
  "rescue",
] as const;
export type RuleGroup = (typeof ruleGroups)[number];

/** A number of the rules: its words, its unit and range, and where it stands. Shares are written in per cent. */
export interface RuleSetting {
  readonly name: string;
  readonly group: RuleGroup;
  readonly unit: "days" | "times" | "people" | "points" | "level" | "percent" | "money";
  readonly least: number;
  readonly most?: number;
  /** Steps of half a point. */
  readonly isFine?: true;
  readonly read: (rules: SignalRules) => number;
  readonly write: (rules: SignalRules, value: number) => SignalRules;
}

type NumbersOf<Group extends RuleGroup> = Extract<keyof SignalRules[Group], string>;

const setting = <Group extends RuleGroup, Name extends string>(
  group: Group,
  field: NumbersOf<Group>,
  name: Name,
  shape: Omit<RuleSetting, "group" | "name" | "read" | "write">,
) => ({
  name,
  group,
  ...shape,
  read: (rules: SignalRules) => rules[group][field] as number,
  write: (rules: SignalRules, value: number): SignalRules => ({
    ...rules,
    [group]: { ...rules[group], [field]: value },
  }),
});

const days = (least: number, most: number) => ({ unit: "days", least, most }) as const;
const money = { unit: "money", least: 0 } as const;
const percent = { unit: "percent", least: 0, most: 100 } as const;

/** Every number of the rules in the order of the form. */
export const ruleSettings = [
  setting("cadence", "graceDays", "graceDays", days(0, 90)),
  setting("contract", "watchDays", "watchDays", days(0, 730)),
  setting("contract", "actDays", "actDays", days(0, 730)),
  setting("contract", "urgentDays", "urgentDays", days(0, 730)),
  setting("contract", "criticalDays", "criticalDays", days(0, 730)),
  setting("keyContact", "leastInfluence", "leastInfluence", { unit: "level", least: 1, most: 5 }),
  setting("keyContact", "leastContacts", "leastContacts", { unit: "times", least: 1, most: 200 }),
  setting("keyContact", "forDays", "keyForDays", days(1, 730)),
  setting("stance", "leastPoints", "leastPoints", {
    unit: "points",
    least: 0.5,
    most: 4,
    isFine: true,
  }),
  setting("stance", "forDays", "stanceForDays", days(1, 730)),
  setting("requirementChange", "unconfirmedDays", "unconfirmedDays", days(0, 180)),
  setting("satisfaction", "leastDrop", "leastDrop", { unit: "points", least: 1, most: 100 }),
  setting("satisfaction", "forDays", "satisfactionForDays", days(1, 730)),
  setting("complaint", "repeats", "repeats", { unit: "times", least: 2, most: 50 }),
  setting("complaint", "withinDays", "repeatsWithinDays", days(1, 730)),
  setting("promise", "graceDays", "promiseGraceDays", days(0, 90)),
  setting("promise", "forDays", "promiseForDays", days(1, 730)),
  setting("relationship", "fewestThreads", "fewestThreads", { unit: "people", least: 1, most: 10 }),
  setting("relationship", "comfortableThreads", "comfortableThreads", {
    unit: "people",
    least: 1,
    most: 20,
  }),
  setting("relationship", "supportingShare", "supportingShare", percent),
  setting("relationship", "knownForOpponent", "knownForOpponent", {
    unit: "people",
    least: 1,
    most: 50,
  }),
  setting("relationship", "gatekeeperDays", "gatekeeperDays", days(7, 730)),
  setting("relationship", "stanceDays", "stanceDays", days(7, 730)),
  setting("relationship", "placeholderDays", "placeholderDays", days(1, 730)),
  setting("order", "leastProbability", "leastProbability", percent),
  setting("order", "leastMoneyMinor", "leastMoney", money),
  setting("severity", "upFromAtRiskMinor", "upFromAtRisk", money),
  setting("severity", "downBelowRevenueMinor", "downBelowRevenue", money),
  setting("rescue", "approvalFromMinor", "approvalFrom", money),
] as const satisfies readonly RuleSetting[];
