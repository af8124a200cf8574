import { Link, Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Screen } from "../../components/page-header.tsx";
import { useSession } from "../../lib/session.ts";
import frame from "../voice/voice-frame.module.css";
import { analyticsTabs } from "./analytics-tabs.ts";

/** 分析: its parts as a strip of tabs, the open one below. Parts one may not see are not listed. */
export const AnalyticsFrame = () => {
  const { t } = useTranslation();
  const { permissions } = useSession();
  return (
    <Screen>
      <nav aria-label={t("serviceAnalysis.tabs")} className={frame["tabs"]}>
        {analyticsTabs
          .filter(({ needs }) => permissions.includes(needs))
          .map(({ tab, to }) => (
            <Link
              key={tab}
              to={to}
              className={frame["tab"]}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
            >
              {t(`serviceAnalysis.tab.${tab}`)}
            </Link>
          ))}
      </nav>
      <Outlet />
    </Screen>
  );
};
