import type { assessments } from "@mainstay/contract/assessment";
import { type StrikeReason, strikeReasons } from "@mainstay/domain/decision-chain/strike-reason";
import { Button, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterChainChange } from "./chain-acts.ts";
import styles from "./guided-dialog.module.css";

/** Strikes a judgement after asking why; it is deleted, so there is no undo. */
export const StrikeButton = ({
  endpoint,
  assessmentId,
}: {
  endpoint: (typeof assessments)["strikeStance" | "strikeInfluence" | "strikeStyle"];
  assessmentId: string;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState<StrikeReason | null>(null);
  const strike = useAct(endpoint, {
    refresh: staleAfterChainChange,
    onSuccess: () => {
      setIsOpen(false);
      notice.done(t("chain.struck"));
    },
  });
  return (
    <>
      <Button size="small" type="text" onClick={() => setIsOpen(true)}>
        {t("chain.strike")}
      </Button>
      <Modal
        open={isOpen}
        title={t("chain.strikeTitle")}
        okText={t("chain.strike")}
        okButtonProps={{ danger: true, disabled: reason === null, loading: strike.isPending }}
        onOk={() =>
          reason !== null && strike.mutate({ params: { assessmentId }, body: { reason } })
        }
        onCancel={() => setIsOpen(false)}
        width={400}
      >
        <div className={styles["verdict"]}>
          <p className="muted">{t("chain.strikeWhy")}</p>
          <Radio.Group
            aria-label={t("chain.strikeTitle")}
            value={reason}
            onChange={(event) => setReason(event.target.value as StrikeReason)}
            options={strikeReasons.map((value) => ({
              value,
              label: t(`chain.strikeReason.${value}`),
            }))}
          />
          <FormProblem error={strike.error} />
        </div>
      </Modal>
    </>
  );
};
