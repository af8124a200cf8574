import { Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { watchMeasuredActs } from "../../features/relationship/refresh-soon.ts";
import { KeepLocaleOfUser } from "./keep-locale-of-user.tsx";
import { Navigation } from "./navigation.tsx";
import { OfflineGate } from "./offline-gate.tsx";
import { QuickSearchGate } from "./quick-search-gate.tsx";
import styles from "./shell.module.css";

/** The frame of the workspace: places at the left (at the bottom on a phone), the screen beside it. */
export const Shell = () => {
  const { t } = useTranslation();
  useEffect(watchMeasuredActs, []);
  return (
    <QuickSearchGate>
      <a className={styles["skip"]} href="#screen">
        {t("app.skip")}
      </a>
      <div className={styles["frame"]}>
        <Navigation />
        <main id="screen" tabIndex={-1} className={styles["screen"]}>
          <OfflineGate />
          <Outlet />
        </main>
      </div>
      <KeepLocaleOfUser />
    </QuickSearchGate>
  );
};
