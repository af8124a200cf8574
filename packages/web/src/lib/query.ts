import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { UseMutationOptions, UseQueryOptions } from "@tanstack/react-query";
import { QueryClient, queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import type { AnyEndpoint, CallInput } from "./call.ts";
import { call } from "./call.ts";
import { AppProblem } from "./problem.ts";

const isWorthRetrying = (error: unknown) =>
  error instanceof AppProblem && (error.status === 0 || error.status === 503);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (count, error) => count < 2 && isWorthRetrying(error),
      refetchOnWindowFocus: true,
    },
  },
});

/** The cache key of an answer: the act, then what it was asked with. `["accounts.list"]` names all its answers. */
export const answerKey = <E extends AnyEndpoint>(endpoint: E, input?: Partial<CallInput<E>>) =>
  input === undefined
    ? ([endpoint.id] as const)
    : ([endpoint.id, input.params ?? {}, input.query ?? {}] as const);

/** For loaders and prefetching: the same key and fetch as `useAnswer`. */
export const answerOptions = <E extends AnyEndpoint>(endpoint: E, input: CallInput<E>) =>
  queryOptions({
    queryKey: answerKey(endpoint, input),
    queryFn: ({ signal }): Promise<AnswerOf<E>> => call(endpoint, { ...input, signal }),
  });

type AnswerOptions<E> = Omit<UseQueryOptions<AnswerOf<E>, AppProblem>, "queryKey" | "queryFn">;

/** Asks the server and keeps the answer. */
export const useAnswer = <E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: AnswerOptions<E> = {},
) =>
  useQuery<AnswerOf<E>, AppProblem>({
    ...options,
    queryKey: answerKey(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, { ...input, signal }),
  });

type ActOptions<E> = Omit<
  UseMutationOptions<AnswerOf<E>, AppProblem, CallInput<E>>,
  "mutationFn"
> & { readonly refresh?: readonly AnyEndpoint[] };

/** Files have no text to compare; each counts as another. */
const sameness = (input: object): string | null =>
  "body" in input && input.body instanceof FormData ? null : JSON.stringify(input);

/**
 * Does something on the server; `refresh` names the endpoints whose kept answers are stale afterwards. The very same thing
 * asked for again while it is being done (a double click) is done once.
 */
export const useAct = <E extends AnyEndpoint>(endpoint: E, options: ActOptions<E> = {}) => {
  const { refresh = [], ...rest } = options;
  const running = useRef(new Set<string>());
  const act = useMutation<AnswerOf<E>, AppProblem, CallInput<E>>({
    ...rest,
    mutationKey: [endpoint.id],
    mutationFn: (input) => call(endpoint, input),
    onSettled: async (...args) => {
      running.current.delete(sameness(args[2] ?? {}) ?? "");
      await Promise.all(
        refresh.map((stale) => queryClient.invalidateQueries({ queryKey: [stale.id] })),
      );
      await rest.onSettled?.(...args);
    },
  });
  // The same function for as long as the screen stands: effects may depend on it.
  const begin = act.mutate;
  const mutate = useCallback<typeof begin>(
    (...args) => {
      const same = sameness(args[0] ?? {});
      if (same !== null) {
        if (running.current.has(same)) return;
        running.current.add(same);
      }
      begin(...args);
    },
    [begin],
  );
  return { ...act, mutate };
};
