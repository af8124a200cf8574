import type { ReactNode } from "react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { locales } from "@mainstay/phrases/locale";
import { changePreferences, usePreferences } from "../../lib/preferences.ts";
import { Mark } from "../../components/mark.tsx";
import styles from "./entry-frame.module.css";

/** The quiet frame of the pages before sign-in: the mark, one column, the choice of language. */
export const EntryFrame = ({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title, t]);
  return (
    <div className={styles["frame"]}>
      <header className={styles["top"]}>
        <Mark />
        <span className={styles["name"]}>{t("app.name")}</span>
        <div role="group" aria-label={t("app.language")} className={styles["languages"]}>
          {locales.map((option) => (
            <button
              key={option}
              type="button"
              lang={option}
              aria-pressed={option === locale}
              onClick={() => changePreferences({ locale: option })}
            >
              {t(`app.languageName.${option}`)}
            </button>
          ))}
        </div>
      </header>
      <main className={styles["column"]}>
        <h1>{title}</h1>
        {lead !== undefined && <p className={styles["lead"]}>{lead}</p>}
        {children}
      </main>
    </div>
  );
};
