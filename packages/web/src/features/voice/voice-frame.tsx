import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Screen } from "../../components/page-header.tsx";
import { useSession } from "../../lib/session.ts";
import styles from "./voice-frame.module.css";
import { voiceTabs } from "./voice-tabs.ts";

/** 满意度: its parts as a strip of tabs, the open one below. Parts one may not see are not listed. */
export const VoiceFrame = () => {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const { pathname } = useLocation();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    strip.current
      ?.querySelector("[aria-current='page']")
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  return (
    <Screen>
      <nav ref={strip} aria-label={t("voice.tabs")} className={styles["tabs"]}>
        {voiceTabs
          .filter(({ needs }) => permissions.includes(needs))
          .map(({ tab, to }) => (
            <Link
              key={tab}
              to={to}
              className={styles["tab"]}
              activeOptions={{ exact: (to as string) === "/voice" }}
              activeProps={{ "aria-current": "page" }}
              {...(tab === "surveys" &&
                pathname.startsWith("/voice/rounds/") && { "aria-current": "page" })}
            >
              {t(`voice.tab.${tab}`)}
            </Link>
          ))}
      </nav>
      <Outlet />
    </Screen>
  );
};
