import { Suspense, lazy } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useSession } from "../../lib/session.ts";
import { Mark } from "../../components/mark.tsx";
import { Places } from "./places-bar.tsx";
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
      <Places />
      <UserMenu />
    </header>
  );
};
