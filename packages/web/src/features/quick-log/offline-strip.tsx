import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { changeOver, hasNewVersion, onNewVersion } from "../../lib/offline/new-version.ts";
import styles from "./offline-strip.module.css";
import { useOutbox } from "./use-outbox.ts";

const clockOf = (at: string): string => {
  const words = formatInstant(at);
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  return words.startsWith(today) ? words.slice(11) : words;
};

/** One quiet line above the screen: out of network and since when, what waits to be sent, a newer version. */
export const OfflineStrip = ({
  isOffline,
  keptAt,
}: {
  isOffline: boolean;
  keptAt: string | null;
}) => {
  const { t } = useTranslation();
  const waiting = useOutbox();
  const isNew = useSyncExternalStore(onNewVersion, hasNewVersion);
  if (!isOffline && waiting.length === 0 && !isNew) return null;
  return (
    <div role="status" className={styles["strip"]} data-offline={isOffline}>
      {isOffline && (
        <span>
          {keptAt === null
            ? t("quickLog.offlineBare")
            : t("quickLog.offlineSince", { time: clockOf(keptAt) })}
        </span>
      )}
      {waiting.length > 0 && (
        <Link to="/outbox">{t("quickLog.waitingCount", { count: waiting.length })}</Link>
      )}
      {isNew && !isOffline && (
        <span>
          {t("quickLog.newVersion")}{" "}
          <Button size="small" type="link" onClick={changeOver}>
            {t("quickLog.reload")}
          </Button>
        </span>
      )}
    </div>
  );
};
