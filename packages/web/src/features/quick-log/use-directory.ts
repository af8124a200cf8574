import type { QuickLogDirectory } from "@mainstay/contract/quick-log";
import { quickLogs } from "@mainstay/contract/quick-log";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { noteRecentAccount, recentQuery } from "../../lib/offline/recent-accounts.ts";
import { useAnswer } from "../../lib/query.ts";

/** Whom a line may name, kept on the device; `include` brings another account's people in. */
export const useDirectory = (
  accountId?: string,
): { directory: QuickLogDirectory | undefined; include: (accountId: string) => void } => {
  const [query, setQuery] = useState(() => {
    if (accountId !== undefined) noteRecentAccount(accountId);
    return recentQuery();
  });
  const answer = useAnswer(
    quickLogs.directory,
    { query },
    { staleTime: 600_000, placeholderData: keepPreviousData },
  );
  const include = (id: string) => {
    noteRecentAccount(id);
    setQuery(recentQuery());
  };
  return { directory: answer.data, include };
};
