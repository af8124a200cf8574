import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { ConflictField } from "./conflict-versions.tsx";
import { ConflictVersions } from "./conflict-versions.tsx";

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
      <ConflictVersions fields={fields} />
    </Modal>
  );
};
