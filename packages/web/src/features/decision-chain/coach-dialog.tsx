import type { ChainPerson } from "@mainstay/contract/decision-chain";
import { type CoachTest, coachTests } from "@mainstay/domain/buying-role/buying-role";
import { type CoachEvidence, missingCoachTest } from "@mainstay/domain/buying-role/coach-evidence";
import { Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./guided-dialog.module.css";

/** The three tests of a coach, each with its sentence; says what a coach is and is not. */
export const CoachDialog = ({
  person,
  isSaving,
  onSave,
  onClose,
}: {
  person: ChainPerson;
  isSaving: boolean;
  onSave: (tests: CoachEvidence[]) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const id = useId();
  const [said, setSaid] = useState<Partial<Record<CoachTest, string>>>(() =>
    Object.fromEntries((person.role?.coachTests ?? []).map((one) => [one.test, one.evidence])),
  );
  const given = coachTests.map((test) => ({ test, evidence: (said[test] ?? "").trim() }));
  const missing = missingCoachTest(given);
  return (
    <Modal
      open
      title={t("chain.coachTitle", { name: person.name })}
      okText={t("chain.makeCoach")}
      okButtonProps={{ disabled: missing !== null, loading: isSaving }}
      onOk={() => onSave(given)}
      onCancel={onClose}
      width={480}
    >
      <div className={styles["verdict"]}>
        <p className="muted">{t("chain.coachPublic")}</p>
        {coachTests.map((test, index) => (
          <div key={test} className={styles["field"]}>
            <label htmlFor={`${id}${test}`}>{t(`chain.coachTest.${test}`)}</label>
            <Input
              id={`${id}${test}`}
              autoFocus={index === 0}
              maxLength={500}
              placeholder={t(`chain.coachTestHint.${test}`)}
              value={said[test] ?? ""}
              onChange={(event) => setSaid({ ...said, [test]: event.target.value })}
            />
          </div>
        ))}
        <p className="muted">{missing === null ? t("chain.coachWhy") : t("chain.coachMissing")}</p>
      </div>
    </Modal>
  );
};
