import { type ChangeDetail, requirementChanges } from "@mainstay/contract/requirement-change";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import type { ChangeDialog } from "./change-dialogs.tsx";
import styles from "./change.module.css";
import { staleAfterChange } from "./stale-after-change.ts";

const ChangeForm = lazy(() =>
  import("./change-form-dialog.tsx").then((m) => ({ default: m.ChangeFormDialog })),
);
const ChangeDialogs = lazy(() =>
  import("./change-dialogs.tsx").then((m) => ({ default: m.ChangeDialogs })),
);

/** What the reader may do with the change now, the next thing first. */
export const ChangeActs = ({ change }: { change: ChangeDetail }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [dialog, setDialog] = useState<ChangeDialog | "revise" | null>(null);
  const said = (words: string) => ({
    refresh: staleAfterChange,
    onSuccess: () => notice.done(words),
    onError: (error: unknown) => notice.refused(error),
  });
  const send = useAct(requirementChanges.send, said(t("requirementChange.act.sent")));
  const confirm = useAct(
    requirementChanges.confirmOurs,
    said(t("requirementChange.act.confirmed")),
  );
  const { can, newest } = change;
  const to = { params: { changeId: change.id }, ifMatch: change.version };
  const dialogs = [
    ["confirmTheirs", can.confirmTheirs, "requirementChange.act.confirmTheirs"],
    ["revise", can.revise, "requirementChange.act.revise"],
    [
      "start",
      can.markStarted,
      change.workStartedOn === null
        ? "requirementChange.act.start"
        : "requirementChange.act.correctStart",
    ],
    ["decline", can.decline, "requirementChange.act.decline"],
    ["withdraw", can.withdraw, "requirementChange.act.withdraw"],
  ] as const;
  return (
    <div className={styles["acts"]}>
      {can.send && (
        <Button type="primary" loading={send.isPending} onClick={() => send.mutate(to)}>
          {t("requirementChange.act.send")}
        </Button>
      )}
      {can.confirmOurs && (
        <Button
          type="primary"
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ ...to, body: { number: newest.number } })}
        >
          {t("requirementChange.act.confirmOurs")}
        </Button>
      )}
      {dialogs.map(
        ([name, may, words]) =>
          may && (
            <Button key={name} onClick={() => setDialog(name)}>
              {t(words)}
            </Button>
          ),
      )}
      <Suspense>
        {dialog === "revise" && (
          <ChangeForm
            accountId={change.account.id}
            change={change}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog !== null && dialog !== "revise" && (
          <ChangeDialogs dialog={dialog} change={change} onClose={() => setDialog(null)} />
        )}
      </Suspense>
    </div>
  );
};
