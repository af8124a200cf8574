/** 需求: whose need it is — the business's, the organisation's, a person's. */
export const needLevels = ["business", "organisation", "personal"] as const;
export type NeedLevel = (typeof needLevels)[number];

/** 显性 said by the customer, 隐性 read between the lines. */
export const needVisibilities = ["explicit", "hidden"] as const;
export type NeedVisibility = (typeof needVisibilities)[number];

/** The way of a need, in order; `declined`: beyond what we can or should do, said openly. */
export const needStates = [
  "signal",
  "hypothesis",
  "validated",
  "solved",
  "valued",
  "declined",
] as const;
export type NeedState = (typeof needStates)[number];

/** How we came to know of it. */
export const needSources = [
  "interview",
  "financial_report",
  "industry_report",
  "complaint",
  "survey",
  "visit",
  "other",
] as const;
export type NeedSource = (typeof needSources)[number];

/** The record it was made from with one click. */
export const needOrigins = ["case", "survey_response", "interaction"] as const;
export type NeedOrigin = (typeof needOrigins)[number];
