/**
 * What hours cost: hours × rate, in minor units, to the nearest unit (formulas K12: cost to serve counts the hours of our own
 * people at what an hour of their role costs).
 */
export const valueHours = (hours: number, rateMinor: number): number =>
  Math.round(hours * rateMinor);

/** What of a cost does not fit together; null when all of it does. */
export type CostFault = "hours_missing" | "hours_unfit" | "amount_missing" | "quantity_unfit";

/** Hours belong to the kind "hours" alone and a quantity to parts; what is not hours needs its amount. */
export const costFault = (cost: {
  readonly kind: string;
  readonly hours?: number | undefined;
  readonly quantity?: number | undefined;
  readonly amountMinor?: number | undefined;
}): CostFault | null => {
  if (cost.kind === "hours" && cost.hours === undefined) return "hours_missing";
  if (cost.kind !== "hours" && cost.hours !== undefined) return "hours_unfit";
  if (cost.kind !== "part" && cost.quantity !== undefined) return "quantity_unfit";
  return cost.kind !== "hours" && cost.amountMinor === undefined ? "amount_missing" : null;
};
