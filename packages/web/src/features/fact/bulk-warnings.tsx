import type { BulkWarning } from "@mainstay/contract/fact";
import { facts } from "@mainstay/contract/fact";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import { Button, Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import styles from "./dossier.module.css";

const shortest = 4;

/** Why compliance lets an import of sensitive facts go on; the reason stays in the audit. */
const AcknowledgeDialog = ({ of, onClose }: { of: BulkWarning; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [reason, setReason] = useState("");
  const say = useAct(facts.acknowledgeBulk, {
    refresh: [facts.bulkWarnings],
    onSuccess: () => {
      onClose();
      notice.done(t("fact.bulk.done"));
    },
  });
  return (
    <Modal
      open
      title={t("fact.bulk.title", { file: of.fileName })}
      okText={t("fact.bulk.confirm")}
      okButtonProps={{ disabled: [...reason.trim()].length < shortest, loading: say.isPending }}
      onOk={() =>
        say.mutate({ params: { importId: of.importId }, body: { reason: reason.trim() } })
      }
      onCancel={onClose}
      width={480}
    >
      <p className="muted">{t("fact.bulk.why", { percent: of.percent })}</p>
      <label className={styles["field"]}>
        <span>{t("fact.bulk.reason")}</span>
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <FormProblem error={say.error} />
    </Modal>
  );
};

/** Imports that reach the criminal line and wait for compliance; nothing at all while none waits. */
export const BulkWarnings = () => {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState<BulkWarning | null>(null);
  const found = useAnswer(facts.bulkWarnings, {});
  if (found.isError) return <ErrorState error={found.error} />;
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  const countsOf = ({ counts }: BulkWarning) =>
    Object.entries(counts)
      .map(([kind, n]) => `${t(`glossary.factKind.${kind as FactKind}`)} ${n}`)
      .join(t("state.and"));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t("fact.bulk.waiting", { count: items.length })}</h2>
      <ul className={styles["facts"]}>
        {items.map((one) => (
          <li key={one.importId} className={styles["fact"]}>
            <span className={styles["kind"]}>{one.fileName}</span>
            <div>
              <p>{t("fact.bulk.percent", { percent: one.percent, counts: countsOf(one) })}</p>
              <p className={styles["about"]}>
                {one.createdBy !== null && <span>{one.createdBy}</span>}
                <Instant at={one.createdAt} />
              </p>
            </div>
            <div className={styles["acts"]}>
              <Button size="small" onClick={() => setOpen(one)}>
                {t("fact.bulk.look")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {open !== null && <AcknowledgeDialog of={open} onClose={() => setOpen(null)} />}
    </section>
  );
};
