import type { SignalView } from "@mainstay/contract/signal";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { useSignalActs } from "./signal-acts.ts";
import styles from "./signal-dialog.module.css";
import { snoozeChoices } from "./snooze-choices.ts";

/** Choose the day on which a signal comes back. */
export const SnoozeDialog = ({
  signal,
  today,
  onClose,
}: {
  signal: SignalView;
  today: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const acts = useSignalActs();
  const fieldId = useId();
  const earliest = snoozeChoices(today)[0]?.until;
  const [until, setUntil] = useState<IsoDay | null>(earliest ?? null);
  const finish = () => {
    if (until === null) return;
    onClose();
    void acts.snooze(signal, until);
  };
  return (
    <Modal
      open
      title={signal.account.name}
      okText={t("signal.snooze")}
      okButtonProps={{ disabled: until === null }}
      onOk={finish}
      onCancel={onClose}
      width={360}
    >
      <label htmlFor={fieldId} className={styles["label"]}>
        {t("signal.snoozeDay")}
      </label>
      <DayField id={fieldId} value={until} onChange={setUntil} earliest={earliest} />
    </Modal>
  );
};
