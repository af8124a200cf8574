import { obligations } from "@mainstay/contract/obligation";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterObligation } from "./stale-after-obligation.ts";

/** Takes back a word given or a drop, and says so. */
export const useReopenObligation = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  return useAct(obligations.reopen, {
    refresh: staleAfterObligation,
    onSuccess: () => notice.done(t("obligation.reopened")),
    onError: notice.refused,
  });
};
