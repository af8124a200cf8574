import { Button, Modal } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./conflict-dialog.module.css";

/** One field as I wrote it and as somebody else saved it meanwhile. */
export interface ConflictField {
  readonly label: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
}

/** Two people edited the same record: shows both versions and lets the reader choose; nothing is overwritten silently. */
export const ConflictDialog = ({
  fields,
  onKeepMine,
  onTakeTheirs,
  onClose,
}: {
  fields: readonly ConflictField[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t("state.conflict")}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onTakeTheirs}>{t("state.takeTheirs")}</Button>
          <Button type="primary" onClick={onKeepMine}>
            {t("state.keepMine")}
          </Button>
        </>
      }
    >
      <p className="muted">{t("state.conflictWhy")}</p>
      <table className={styles["versions"]}>
        <thead>
          <tr>
            <th scope="col">{t("state.field")}</th>
            <th scope="col">{t("state.theirs")}</th>
            <th scope="col">{t("state.mine")}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.label}>
              <th scope="row">{field.label}</th>
              <td>{field.theirs}</td>
              <td>{field.mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
};
