import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./account-tabs.module.css";

/** The pages of one account beside its overview, in the order they are read. */
export const accountTabs = [
  { tab: "overview", path: "" },
  { tab: "cycle", path: "/cycle" },
  { tab: "map", path: "/map" },
  { tab: "chain", path: "/chain" },
  { tab: "support", path: "/support" },
  { tab: "brief", path: "/brief" },
] as const;

/** Leads between the pages of one account; stands under its name on each of them. */
export const AccountTabs = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation();
  const strip = useRef<HTMLElement>(null);
  // On a phone the tabs are a strip: the open one is brought into sight.
  useEffect(() => {
    strip.current
      ?.querySelector("[aria-current=page]")
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, []);
  return (
    <nav ref={strip} aria-label={t("relationship.tabs.label")} className={styles["tabs"]}>
      {accountTabs.map(({ tab, path }) => (
        <Link
          key={tab}
          to={`/accounts/${accountId}${path}` as string}
          className={styles["tab"]}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
        >
          {t(`relationship.tabs.${tab}`)}
        </Link>
      ))}
    </nav>
  );
};
