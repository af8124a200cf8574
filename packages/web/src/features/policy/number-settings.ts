import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";

type Settings = EvaluationSettings;

/** A number of the policy: where it stands in the settings, in what unit it is written, and its range. */
export interface NumberSetting {
  readonly name:
    | "valueMarginWeight"
    | "growth"
    | "industryGrowth"
    | "openWallet"
    | "coreYearFloor"
    | "demotionEvaluations"
    | "strategic"
    | "key"
    | "base"
    | "watch"
    | "act"
    | "lost"
    | "months"
    | "yearlyDiscount"
    | "defaultMargin";
  readonly group: "value" | "potential" | "segment" | "grade" | "risk" | "clv";
  readonly unit: "percent" | "money" | "months" | "times";
  readonly least: number;
  readonly most?: number;
  readonly read: (settings: Settings) => number;
  readonly write: (settings: Settings, value: number) => Partial<Settings>;
}

const percent = { unit: "percent", least: 0, most: 100 } as const;

const weight = (name: "growth" | "industryGrowth" | "openWallet"): NumberSetting => ({
  name,
  group: "potential",
  ...percent,
  read: (s) => s.potentialWeights[name],
  write: (s, value) => ({ potentialWeights: { ...s.potentialWeights, [name]: value } }),
});

const floor = (name: "strategic" | "key" | "base"): NumberSetting => ({
  name,
  group: "grade",
  unit: "money",
  least: 0,
  read: (s) => s.gradeFloors[name],
  write: (s, value) => ({ gradeFloors: { ...s.gradeFloors, [name]: value } }),
});

const risk = (name: "watch" | "act" | "lost"): NumberSetting => ({
  name,
  group: "risk",
  ...percent,
  read: (s) => s.riskLevels[name],
  write: (s, value) => ({ riskLevels: { ...s.riskLevels, [name]: value } }),
});

const clv = (
  name: "months" | "yearlyDiscount" | "defaultMargin",
  range: Pick<NumberSetting, "unit" | "least" | "most">,
): NumberSetting => ({
  name,
  group: "clv",
  ...range,
  read: (s) => s.clv[name],
  write: (s, value) => ({ clv: { ...s.clv, [name]: value } }),
});

/** Every number of the policy but the three lines of the matrix, in the order of the form. */
export const numberSettings: readonly NumberSetting[] = [
  {
    name: "valueMarginWeight",
    group: "value",
    ...percent,
    read: (s) => s.valueMarginWeight,
    write: (_, valueMarginWeight) => ({ valueMarginWeight }),
  },
  weight("growth"),
  weight("industryGrowth"),
  weight("openWallet"),
  {
    name: "coreYearFloor",
    group: "segment",
    ...percent,
    read: (s) => s.coreYearFloor,
    write: (_, coreYearFloor) => ({ coreYearFloor }),
  },
  {
    name: "demotionEvaluations",
    group: "segment",
    unit: "times",
    least: 1,
    most: 12,
    read: (s) => s.demotionEvaluations,
    write: (_, demotionEvaluations) => ({ demotionEvaluations }),
  },
  floor("strategic"),
  floor("key"),
  floor("base"),
  risk("watch"),
  risk("act"),
  risk("lost"),
  clv("months", { unit: "months", least: 6, most: 120 }),
  clv("yearlyDiscount", percent),
  clv("defaultMargin", { unit: "percent", least: -100, most: 100 }),
];
