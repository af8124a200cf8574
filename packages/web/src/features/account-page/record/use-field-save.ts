import type { AccountView } from "@mainstay/contract/account";
import { accounts } from "@mainstay/contract/account";
import { accountPage } from "@mainstay/contract/account-page";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../lib/call.ts";
import { useNotice } from "../../../lib/notice.tsx";
import { refreshKept } from "../../../lib/optimistic.ts";
import { isProblem } from "../../../lib/problem.ts";
import type { FieldValue, RecordField } from "./record-fields.ts";

/**
 * Saves one field at the version the reader saw. When somebody was faster, `conflict` holds their record until the reader
 * has chosen; a saved field can be taken back.
 */
export const useFieldSave = (account: AccountView, field: RecordField, onSaved: () => void) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [conflict, setConflict] = useState<AccountView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const params = { accountId: account.id };
  const refresh = () => refreshKept(accountPage.get, accounts.list, accounts.get);

  const write = async (value: FieldValue, ifMatch: number) =>
    call(accounts.edit, { params, ifMatch, body: { [field.draftKey]: value } });

  const attempt = async (value: FieldValue, ifMatch: number, before?: FieldValue) => {
    setPending(true);
    setError(null);
    try {
      const saved = await write(value, ifMatch);
      setConflict(null);
      await refresh();
      onSaved();
      const undo = () => {
        void write(before ?? null, saved.version)
          .then(refresh)
          .catch(notice.refused);
      };
      notice.done(
        t("accountPage.record.saved", { field: t(`accountPage.record.${field.name}`) }),
        before === undefined ? undefined : undo,
      );
    } catch (problem) {
      if (isProblem(problem, "request.version_conflict"))
        setConflict(await call(accounts.get, { params }));
      else setError(problem);
    } finally {
      setPending(false);
    }
  };

  return {
    conflict,
    error,
    isPending,
    send: (value: FieldValue, before: FieldValue) => void attempt(value, account.version, before),
    keepMine: (value: FieldValue) => conflict !== null && void attempt(value, conflict.version),
    takeTheirs: () => {
      setConflict(null);
      void refresh();
    },
  };
};
