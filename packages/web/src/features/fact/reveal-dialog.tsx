import { approvals } from "@mainstay/contract/approval";
import type { FactView } from "@mainstay/contract/fact";
import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAct } from "../../lib/query.ts";
import styles from "./dossier.module.css";

const usual = ["visit", "meal", "check"] as const;
const shortest = 4;

/** Why somebody wants to see a sensitive value now; the answer goes into the audit before the value is shown. */
export const RevealDialog = ({
  fact,
  onReveal,
  onClose,
}: {
  fact: FactView;
  onReveal: (reason: string) => Promise<void>;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isEnough = [...reason.trim()].length >= shortest;
  const notice = useNotice();
  const ask = useAct(approvals.askSensitiveAccess, {
    refresh: [approvals.list],
    onSuccess: () => {
      notice.done(t("approval.sensitive.asked"));
      onClose();
    },
    onError: setError,
  });
  const show = () => {
    if (!isEnough || isBusy) return;
    setIsBusy(true);
    setError(null);
    onReveal(reason.trim()).then(onClose, (refused: unknown) => {
      setError(refused);
      setIsBusy(false);
    });
  };
  return (
    <Modal
      open
      title={t("fact.revealTitle", { kind: t(`glossary.factKind.${fact.kind}`) })}
      okText={t("fact.revealDo")}
      okButtonProps={{ disabled: !isEnough, loading: isBusy }}
      onOk={show}
      onCancel={onClose}
      width={440}
    >
      <p className="muted">{t("fact.revealHint")}</p>
      <label className={styles["field"]}>
        <span>{t("fact.revealReason")}</span>
        <Input
          autoFocus
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={show}
        />
      </label>
      <div className={styles["choices"]}>
        {usual.map((key) => (
          <Button key={key} size="small" onClick={() => setReason(t(`fact.reasonToLook.${key}`))}>
            {t(`fact.reasonToLook.${key}`)}
          </Button>
        ))}
      </div>
      <FormProblem error={error} />
      {isProblem(error, "approval.sensitive_access_needed") && (
        <Button
          loading={ask.isPending}
          onClick={() => ask.mutate({ body: { personId: fact.personId, note: reason.trim() } })}
        >
          {t("approval.sensitive.ask")}
        </Button>
      )}
    </Modal>
  );
};
