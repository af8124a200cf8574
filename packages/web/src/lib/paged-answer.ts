import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { InfiniteData } from "@tanstack/react-query";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { AnyEndpoint, CallInput } from "./call.ts";
import { call } from "./call.ts";
import type { AppProblem } from "./problem.ts";

/** The pages of a list as they are kept: for `changeKept`. */
export type KeptPages<Answer> = InfiniteData<Answer, string | undefined>;

/** Asks for a list page by page; `fetchNextPage` follows the server's cursor. Keeps the old list while a filter changes. */
export const usePagedAnswer = <E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: {
    enabled?: boolean;
    /** How long until it is asked again, from the first page as it stands. */
    refetchInterval?: (first: AnswerOf<E> | undefined) => number | false;
  } = {},
) => {
  const { refetchInterval, ...rest } = options;
  const { params, query } = input as { params?: object; query?: object };
  return useInfiniteQuery<
    AnswerOf<E>,
    AppProblem,
    KeptPages<AnswerOf<E>>,
    readonly unknown[],
    string | undefined
  >({
    ...rest,
    ...(refetchInterval && {
      refetchInterval: (query) => refetchInterval(query.state.data?.pages[0]),
    }),
    queryKey: [endpoint.id, "pages", params ?? {}, query ?? {}],
    initialPageParam: undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const asked = { ...query, ...(pageParam !== undefined && { cursor: pageParam }) };
      return call(endpoint, { ...input, query: asked, signal } as CallInput<E>);
    },
    getNextPageParam: (last) => (last as { nextCursor: string | null }).nextCursor ?? undefined,
  });
};
