import { type CaseView, cases } from "@mainstay/contract/case";
import { Button, Dropdown } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import type { CaseDialogName } from "./case-dialog-fields.ts";
import styles from "./case-page.module.css";
import { useCaseAct } from "./use-case-act.ts";

const CaseDialog = lazy(() => import("./case-dialog.tsx").then((m) => ({ default: m.CaseDialog })));
const EditCase = lazy(() =>
  import("./edit-case-dialog.tsx").then((m) => ({ default: m.EditCaseDialog })),
);

/** What the reader may do now: what is asked of them first, then solving, the rest under one button. */
export const CaseActs = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  const act = useCaseAct(view);
  const [dialog, setDialog] = useState<CaseDialogName | "edit" | null>(null);
  const { can } = view;
  const item = (key: CaseDialogName | "edit", may: boolean, words: string) =>
    may ? [{ key, label: words, onClick: () => setDialog(key) }] : [];
  const at = (key: string, may: boolean, words: string, endpoint: typeof cases.resume) =>
    may ? [{ key, label: words, onClick: () => void act.try(endpoint, { words }) }] : [];
  const more = [
    ...item("transfer", can.offerTransfer, t("case.act.transfer")),
    ...at("withdraw", can.withdrawTransfer, t("case.act.withdraw"), cases.withdrawTransfer),
    ...item("assign", can.assign, t("case.act.assign")),
    ...item("askPause", can.pause, t("case.act.askPause")),
    ...item("pause", can.pause, t("case.act.pause")),
    ...item("escalate", can.escalate, t("case.act.escalate")),
    ...item("level", can.changeLevel, t("case.act.level")),
    ...item("edit", can.edit, t("case.act.edit")),
    ...item("duplicate", can.markDuplicate, t("case.act.duplicate")),
  ];
  return (
    <div className={styles["acts"]}>
      {can.answerTransfer && (
        <>
          <Button
            type="primary"
            onClick={() => void act.try(cases.acceptTransfer, { words: t("case.act.accept") })}
          >
            {t("case.act.accept")}
          </Button>
          <Button onClick={() => setDialog("decline")}>{t("case.act.decline")}</Button>
        </>
      )}
      {can.resume && (
        <Button onClick={() => void act.try(cases.resume, { words: t("case.act.resume") })}>
          {t("case.act.resume")}
        </Button>
      )}
      {can.solve && (
        <Button
          {...(!can.answerTransfer && { type: "primary" as const })}
          onClick={() => setDialog("solve")}
        >
          {t("case.act.solve")}
        </Button>
      )}
      {more.length > 0 && (
        <Dropdown trigger={["click"]} menu={{ items: more }}>
          <Button aria-haspopup="menu">
            {t("case.act.more")}
            <Icon name="down" size={12} />
          </Button>
        </Dropdown>
      )}
      <Suspense>
        {dialog === "edit" ? (
          <EditCase view={view} onClose={() => setDialog(null)} />
        ) : (
          dialog !== null && (
            <CaseDialog dialog={dialog} view={view} onClose={() => setDialog(null)} />
          )
        )}
      </Suspense>
    </div>
  );
};
