import type { NotificationView } from "@mainstay/contract/notification";
import { renderNews } from "@mainstay/phrases/notification/render-news";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import styles from "./notification.module.css";

/** One piece of news: what it is, of whom, when. */
export const NewsRow = ({ news, onOpen }: { news: NotificationView; onOpen: () => void }) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const isUnread = news.readAt === null;
  return (
    <button
      type="button"
      className={styles["row"]}
      data-unread={isUnread || undefined}
      data-urgent={news.isUrgent || undefined}
      onClick={onOpen}
    >
      <span className={styles["dot"]} />
      <span className={styles["title"]}>
        {isUnread && <span className="visually-hidden">{t("notification.unread")} </span>}
        {renderNews(news.kind, news.reason.params, locale)}
      </span>
      <span className={styles["when"]}>
        <Instant at={news.createdAt} />
      </span>
      {news.account && <span className={styles["about"]}>{news.account.name}</span>}
    </button>
  );
};
