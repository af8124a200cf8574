import { allEndpoints } from "@mainstay/contract/endpoints";
import { afterEach, expect, test, vi } from "vitest";
import { queryClient } from "../../lib/query.ts";
import { measuredActs, measuredAnswers, watchMeasuredActs } from "./refresh-soon.ts";

afterEach(() => {
  vi.useRealTimers();
  queryClient.clear();
});

const act = (mutationKey: string[], outcome: () => Promise<unknown>) =>
  queryClient
    .getMutationCache()
    .build(queryClient, { mutationKey, mutationFn: outcome })
    .execute(undefined)
    .catch(() => undefined);

/** Whether the account page would be asked for again after an act. */
const isStaleAfter = async (mutationKey: string[], outcome = () => Promise.resolve(1)) => {
  vi.useFakeTimers();
  const stop = watchMeasuredActs();
  queryClient.setQueryData(["accountPage.get", {}, {}], { known: true });
  await act(mutationKey, outcome);
  vi.advanceTimersByTime(2_000);
  stop();
  return queryClient.getQueryState(["accountPage.get", {}, {}])?.isInvalidated;
};

test("every answer and noun watched is one of the contract", () => {
  const ids = allEndpoints.map(({ id }) => id);
  for (const id of measuredAnswers) expect(ids).toContain(id);
  for (const noun of measuredActs) expect(ids.some((id) => id.startsWith(noun))).toBe(true);
});

test("a stance that was judged makes the account page look again; another act does not", async () => {
  expect(await isStaleAfter(["assessments.assessStance"])).toBe(true);
  expect(await isStaleAfter(["tasks.add"])).toBe(false);
});

test("an act that failed changes nothing", async () => {
  const failing = () => Promise.reject(new Error("no"));
  expect(await isStaleAfter(["interactions.log"], failing)).toBe(false);
});
