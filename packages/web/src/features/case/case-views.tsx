import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAddressState } from "../../lib/table-state.ts";
import { type CaseSearch, caseViews } from "./case-search.ts";
import styles from "./case.module.css";

/** What waits for the customer has a list of its own beside these. */
const shown = caseViews.filter((view) => view !== "solved");

/** Filters that have a name; the one in force is pressed and stands in the address. */
export const CaseViews = () => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<CaseSearch>();
  const present = search.view ?? (search.q === undefined ? "running" : "all");
  return (
    <div className={styles["views"]} role="group" aria-label={t("case.list.views")}>
      {shown.map((view) => (
        <button
          key={view}
          type="button"
          className={styles["view"]}
          aria-pressed={present === view}
          onClick={() =>
            change({
              view: view === "running" && search.q === undefined ? undefined : view,
            } as CaseSearch)
          }
        >
          {t(`case.list.view.${view}`)}
        </button>
      ))}
      <Link to="/cases/unconfirmed" className={styles["view"]}>
        {t("closing.list.title")}
      </Link>
      <Link to="/promises" className={styles["view"]}>
        {t("promise.title")}
      </Link>
      <Link to="/needs" className={styles["view"]}>
        {t("need.title")}
      </Link>
    </div>
  );
};
