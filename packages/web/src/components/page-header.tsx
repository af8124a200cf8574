import type { ReactNode } from "react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import styles from "./page-header.module.css";

/** The head of a screen: its judgement or name, what it rests on, and at most two things to do. */
export const PageHeader = ({
  title,
  tabTitle,
  lead,
  actions,
}: {
  title: ReactNode;
  /** What the browser tab says; needed where the title is more than text. */
  tabTitle?: string;
  lead?: ReactNode;
  actions?: ReactNode;
}) => {
  const { t } = useTranslation();
  const name = tabTitle ?? (typeof title === "string" ? title : "");
  useEffect(() => {
    document.title = name === "" ? t("app.name") : `${name} · ${t("app.name")}`;
  }, [name, t]);
  return (
    <div className={styles["header"]}>
      <div className={styles["words"]}>
        <h1>{title}</h1>
        {lead !== undefined && <div className={styles["lead"]}>{lead}</div>}
      </div>
      {actions !== undefined && <div className={styles["actions"]}>{actions}</div>}
    </div>
  );
};

/** The measure of a screen: its margins and widest line. */
export const Screen = ({
  children,
  width = "wide",
}: {
  children: ReactNode;
  width?: "narrow" | "wide" | "full";
}) => (
  <div className={styles["screen"]} data-width={width}>
    {children}
  </div>
);
