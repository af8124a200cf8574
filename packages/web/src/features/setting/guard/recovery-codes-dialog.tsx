import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { CopyLine } from "../copy-line.tsx";
import styles from "./guard.module.css";

/** The recovery codes, this once: to be copied or saved as a file. */
export const RecoveryCodesDialog = ({
  codes,
  onClose,
}: {
  codes: readonly string[];
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const download = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${codes.join("\n")}\n`], { type: "text/plain" }));
    link.download = "mainstay-recovery-codes.txt";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Modal
      open
      title={t("guard.codesTitle")}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <>
          <Button onClick={download}>{t("guard.download")}</Button>
          <Button type="primary" onClick={onClose}>
            {t("guard.codesKept")}
          </Button>
        </>
      }
    >
      <p className="muted">{t("guard.codesWhy")}</p>
      <ul className={styles["codes"]}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyLine text={codes.join(" ")} />
    </Modal>
  );
};
