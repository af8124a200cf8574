import type { SessionRow } from "@mainstay/contract/session";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "../../../components/day.tsx";
import styles from "../setting-list.module.css";
import { deviceName } from "./device-name.ts";

/** A device somebody is signed in on: which, how, from where, when last; `act` is what can be done about it. */
export const DeviceRow = ({ row, act }: { row: SessionRow; act: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>
          {deviceName(row.userAgent) ?? t("setting.me.unknownDevice")}
        </span>
        <span className="muted">
          {t(`guard.method.${row.method}`)} · {row.ip} · {t("setting.me.lastSeen")}{" "}
          <Instant at={row.lastSeenAt} />
        </span>
      </div>
      {act}
    </li>
  );
};
