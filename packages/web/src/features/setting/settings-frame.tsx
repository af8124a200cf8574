import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Screen } from "../../components/page-header.tsx";
import { useSession } from "../../lib/session.ts";
import { settingSections } from "./setting-sections.ts";
import styles from "./settings-frame.module.css";

/** Settings: the sections at the left, one section beside them; sections one may not see are not listed. */
export const SettingsFrame = () => {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const { pathname } = useLocation();
  const strip = useRef<HTMLElement>(null);
  // On a phone the sections are a strip: the open one is brought into sight.
  useEffect(() => {
    strip.current
      ?.querySelector(`a[href="${pathname}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  return (
    <Screen>
      <div className={styles["frame"]}>
        <nav ref={strip} aria-label={t("setting.sections")} className={styles["sections"]}>
          {settingSections
            .filter(({ needs }) => needs === null || permissions.includes(needs))
            .map(({ section, to }) => (
              <Link
                key={section}
                to={to}
                className={styles["section"]}
                activeProps={{ "aria-current": "page" }}
              >
                {t(`setting.${section}.title`)}
              </Link>
            ))}
        </nav>
        <div className={styles["body"]}>
          <Outlet />
        </div>
      </div>
    </Screen>
  );
};
