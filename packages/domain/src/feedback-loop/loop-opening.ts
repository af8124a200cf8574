/** 改进事项: what a dissatisfied answer opens, so that somebody works on its cause. */
export const loopOpenings = ["case", "need"] as const;
export type LoopOpening = (typeof loopOpenings)[number];

/** Departments whose work is what we offer, not how we serve: dissatisfaction with them is a need. */
const shapesTheOffer =
  /战略|规划|产品|研发|技术中心|创新|strateg|product(?!ion)|research|r&d|innovation/i;

/**
 * What is opened: what the workspace has set for the question; else a need for departments that shape what we offer
 * (strategy, product, research), a complaint case for everybody else.
 */
export const loopOpeningOf = (
  departmentName: string | null,
  setForQuestion: LoopOpening | null,
): LoopOpening =>
  setForQuestion ??
  (departmentName !== null && shapesTheOffer.test(departmentName) ? "need" : "case");
