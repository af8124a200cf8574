import { calendarFeeds } from "@mainstay/contract/calendar";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { CopyLine } from "../setting/copy-line.tsx";
import styles from "./calendar.module.css";

/** The private address under which one's own calendar program fetches the plan: made, shown once, revoked. */
export const MyCalendarFeed = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [url, setUrl] = useState<string | null>(null);
  const found = useAnswer(calendarFeeds.get, {});
  const feed = found.data?.feed ?? null;
  const make = useAct(calendarFeeds.make, {
    refresh: [calendarFeeds.get],
    onSuccess: (made) => setUrl(made.url),
    onError: notice.refused,
  });
  const revoke = useAct(calendarFeeds.revoke, {
    refresh: [calendarFeeds.get],
    onSuccess: () => {
      setUrl(null);
      notice.done(t("calendar.feed.revoked"));
    },
    onError: notice.refused,
  });
  return (
    <div className={styles["details"]}>
      <p>{t("calendar.feed.privacy")}</p>
      <p className="muted">{t("calendar.feed.secret")}</p>
      {url !== null && (
        <>
          <CopyLine text={url} />
          <p className="muted">{t("calendar.feed.shown")}</p>
        </>
      )}
      {feed !== null && (
        <p>
          {t("calendar.feed.made", { on: feed.createdAt.slice(0, 10) })}{" "}
          <span className="muted">
            {feed.lastUsedAt === null
              ? t("calendar.feed.unused")
              : t("calendar.feed.used", { on: feed.lastUsedAt.slice(0, 10) })}
          </span>
        </p>
      )}
      <div className={styles["actions"]}>
        <Button loading={make.isPending} onClick={() => make.mutate({})}>
          {t(feed === null ? "calendar.feed.make" : "calendar.feed.remake")}
        </Button>
        {feed !== null && (
          <Button danger loading={revoke.isPending} onClick={() => revoke.mutate({})}>
            {t("calendar.feed.revoke")}
          </Button>
        )}
      </div>
    </div>
  );
};
