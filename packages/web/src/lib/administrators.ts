import { users } from "@mainstay/contract/user";
import { useAnswer } from "./query.ts";

/** Names of those who can grant access, to say whom to ask. */
export const useAdministrators = (): string[] => {
  const found = useAnswer(
    users.list,
    { query: { limit: 200 } },
    { staleTime: 300_000, retry: false },
  );
  return (found.data?.items ?? [])
    .filter((user) => user.role === "admin" && user.status === "active")
    .map((user) => user.name)
    .slice(0, 3);
};
