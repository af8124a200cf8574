import type { WordsLike } from "../words-like.ts";
import type { needZh } from "./zh.ts";

export const needEn: WordsLike<typeof needZh> = {
  level: {
    business: "Need of the business",
    organisation: "Need of the organisation",
    personal: "Personal need",
  },
  visibility: { explicit: "Explicit", hidden: "Hidden" },
  state: {
    signal: "Signal",
    hypothesis: "Hypothesis",
    validated: "Validated",
    solved: "Solved",
    valued: "Valued",
    declined: "Openly declined",
  },
  source: {
    interview: "Interview",
    financial_report: "Financial report",
    industry_report: "Industry report",
    complaint: "Complaint",
    survey: "Survey",
    visit: "Visit",
    other: "Other",
  },
  verdict: { pursue: "Worth pursuing", weigh: "To be weighed", decline: "Decline openly" },
};
