import { accountPage } from "@mainstay/contract/account-page";
import { relationships } from "@mainstay/contract/relationship";
import { today } from "@mainstay/contract/today";
import { queryClient } from "../../lib/query.ts";

const measured = [
  accountPage.get,
  relationships.get,
  relationships.weeks,
  relationships.movers,
  today.get,
];
const looksAfterMs = [1_200, 3_000, 7_000];

/**
 * After a change that moves the measures: they are reckoned by a job moments later, so the open answers are asked for again
 * a few times within seconds. Safe to call often.
 */
export const refreshRelationshipSoon = (): void => {
  for (const wait of looksAfterMs)
    setTimeout(() => {
      for (const { id } of measured) void queryClient.invalidateQueries({ queryKey: [id] });
    }, wait);
};
