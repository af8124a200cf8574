import type { SignalView } from "@mainstay/contract/signal";
import { decidedOutcomes } from "@mainstay/domain/signal/signal-kind";
import { Input, Modal, Radio } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { MoneyField } from "../../components/money-field.tsx";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { useSignalActs } from "./signal-acts.ts";
import styles from "./signal-dialog.module.css";

type Outcome = (typeof decidedOutcomes)[number];

/** Close a signal with how it ended: saved, lost or false alarm, and what was learnt. */
export const ResolveDialog = ({
  signal,
  currency,
  onClose,
}: {
  signal: SignalView;
  currency: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const acts = useSignalActs();
  const noteId = useId();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const moneyId = useId();
  const [moneyMinor, setMoney] = useState<number | null>(signal.moneyAtStakeMinor);
  const note = useUnsavedText(`resolve:${signal.id}`);
  const finish = () => {
    if (outcome === null) return;
    onClose();
    note.done();
    void acts.resolve(signal, outcome, note.text, outcome === "false_alarm" ? null : moneyMinor);
  };
  return (
    <Modal
      open
      title={t("signal.resolveTitle")}
      okText={t("signal.resolve")}
      okButtonProps={{ disabled: outcome === null }}
      onOk={finish}
      onCancel={onClose}
      width={460}
    >
      <p className="muted">
        {signal.account.name} · {t("signal.resolveWhy")}
      </p>
      <Radio.Group
        className={styles["choices"]}
        aria-label={t("signal.resolveTitle")}
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as Outcome)}
      >
        {decidedOutcomes.map((option) => (
          <Radio key={option} value={option} className={styles["choice"]}>
            <span className={styles["name"]}>{t(`glossary.outcome.${option}`)}</span>
            <span className={styles["hint"]}>{t(`signal.outcomeHint.${option}`)}</span>
          </Radio>
        ))}
      </Radio.Group>
      {(outcome === "saved" || outcome === "lost") && (
        <>
          <label htmlFor={moneyId} className={styles["label"]}>
            {t(`signal.money.${outcome}`)} <span className="muted">{t("signal.moneyWhy")}</span>
          </label>
          <MoneyField id={moneyId} currency={currency} minor={moneyMinor} onChange={setMoney} />
        </>
      )}
      <label htmlFor={noteId} className={styles["label"]}>
        {t("signal.note")} <span className="muted">({t("app.optional")})</span>
      </label>
      <Input.TextArea
        id={noteId}
        rows={3}
        maxLength={2000}
        placeholder={t("signal.noteHint")}
        value={note.text}
        onChange={(event) => note.setText(event.target.value)}
      />
      {note.wasKept && <p className="muted">{t("app.unsavedKept")}</p>}
    </Modal>
  );
};
