import type { ConsentState } from "@mainstay/domain/privacy/consent-rule";
import { useTranslation } from "react-i18next";
import styles from "./consents.module.css";

/** Where a consent stands: a shape, a colour and a word. */
export const ConsentMark = ({ state }: { state: ConsentState }) => {
  const { t } = useTranslation();
  return (
    <span className={styles["mark"]} data-state={state}>
      <i aria-hidden="true" />
      {t(`glossary.consentState.${state}`)}
    </span>
  );
};
