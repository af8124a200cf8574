import { Link } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useSession } from "../../lib/session.ts";
import { Mark } from "../../components/mark.tsx";
import { places } from "./places.ts";
import { useQuickSearch } from "./quick-search-gate.tsx";
import styles from "./shell.module.css";
import { UserMenu } from "./user-menu.tsx";

const Bell = lazy(() =>
  import("../../features/notification/bell.tsx").then((module) => ({ default: module.Bell })),
);

export const Navigation = () => {
  const { t } = useTranslation();
  const session = useSession();
  const openSearch = useQuickSearch();
  return (
    <header className={styles["side"]}>
      <div className={styles["brand"]}>
        <Mark />
        <span className={styles["workspace"]}>{session.workspace.name || t("app.name")}</span>
      </div>
      <button
        type="button"
        className={styles["search"]}
        aria-label={t("app.search")}
        aria-keyshortcuts="Meta+K Control+K"
        onClick={openSearch}
      >
        <Icon name="search" />
        <span>{t("app.searchShort")}</span>
        <kbd aria-hidden="true">⌘K</kbd>
      </button>
      <Suspense fallback={<span className={styles["bellPlace"]} />}>
        <Bell />
      </Suspense>
      <nav aria-label={t("app.places")} className={styles["places"]}>
        {places
          .filter(({ needs }) => needs === null || session.permissions.includes(needs))
          .map(({ place, to, icon }) => (
            <Link
              key={place}
              to={to}
              className={styles["place"]}
              activeOptions={{ exact: to === "/", includeSearch: false }}
              activeProps={{ "aria-current": "page", className: styles["here"] }}
            >
              <Icon name={icon} />
              <span>{t(`app.place.${place}`)}</span>
            </Link>
          ))}
      </nav>
      <UserMenu />
    </header>
  );
};
