import { users } from "@mainstay/contract/user";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";

/** Names of colleagues by their ids, for what is kept by id only; 同事 while they are not known. */
export const useColleagueNames = () => {
  const { t } = useTranslation();
  const found = useAnswer(users.list, { query: { limit: 200 } }, { staleTime: 300_000 });
  const byId = new Map((found.data?.items ?? []).map(({ id, name }) => [id, name]));
  return (ids: unknown): string => {
    const list = Array.isArray(ids) ? ids : [ids];
    const names = list.flatMap((id) => byId.get(String(id)) ?? []);
    return names.length > 0 ? names.join("、") : t("case.person.colleague");
  };
};
