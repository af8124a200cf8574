import { queryClient } from "./query.ts";

/**
 * Changes every kept answer of an endpoint at once and gives back how to restore them, for an act whose success is
 * expected: `const restore = changeKept<KeptPages<TodayView>>("today.get", …)`, act, and on refusal `restore()`.
 */
export const changeKept = <Kept>(
  endpointId: string,
  change: (kept: Kept) => Kept,
): (() => void) => {
  const filter = { queryKey: [endpointId] };
  void queryClient.cancelQueries(filter);
  const before = queryClient.getQueriesData<Kept>(filter);
  queryClient.setQueriesData<Kept>(filter, (kept) => (kept === undefined ? kept : change(kept)));
  return () => {
    for (const [key, kept] of before) queryClient.setQueryData(key, kept);
  };
};

/** Lets every kept answer of these endpoints be asked for again. */
export const refreshKept = (...endpoints: readonly { readonly id: string }[]): Promise<unknown> =>
  Promise.all(
    endpoints.map((endpoint) => queryClient.invalidateQueries({ queryKey: [endpoint.id] })),
  );
