import { notifications } from "@mainstay/contract/notification";
import { Suspense, lazy, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useAnswer } from "../../lib/query.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { followNews } from "./follow-news.ts";
import styles from "./notification.module.css";

const NewsPanel = lazy(() =>
  withLaterWords(() => import("./news-panel.tsx")).then((module) => ({
    default: module.NewsPanel,
  })),
);

const shownUpTo = 99;

/** How many notifications wait unread; opens them. */
export const Bell = () => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const unread = useAnswer(notifications.unread, {}, { staleTime: 60_000 }).data?.unread ?? 0;
  useEffect(followNews, []);
  return (
    <>
      <button
        type="button"
        className={styles["bell"]}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={unread > 0 ? t("app.unread", { count: unread }) : t("app.notifications")}
        onClick={() => setOpen(true)}
      >
        <Icon name="bell" />
        <span className={styles["label"]}>{t("app.notifications")}</span>
        {unread > 0 && (
          <span className={styles["count"]} aria-hidden="true">
            {unread > shownUpTo ? `${shownUpTo}+` : unread}
          </span>
        )}
      </button>
      {open && (
        <Suspense>
          <NewsPanel onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
