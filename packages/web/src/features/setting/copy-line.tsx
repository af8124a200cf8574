import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./setting-list.module.css";

/** Something to be copied and handed on. */
export const CopyLine = ({ text }: { text: string }) => {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    setCopied(true);
  };
  return (
    <div className={styles["copy"]}>
      <code>{text}</code>
      <Button size="small" onClick={() => void copy()}>
        {isCopied ? t("app.copied") : t("app.copy")}
      </Button>
    </div>
  );
};
