import type { PersonRow } from "@mainstay/contract/person-list";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import styles from "./people-screen.module.css";

/** The name as the way to the page, marked when a placeholder or a door-opener. */
export const PersonNameCell = ({ row }: { row: PersonRow }) => {
  const { t } = useTranslation();
  return (
    <span className={styles["name"]}>
      <Link to="/people/$personId" params={{ personId: row.id }} tabIndex={-1}>
        {row.name}
      </Link>
      {row.isPlaceholder && <span className={styles["tag"]}>{t("person.placeholder")}</span>}
      {row.isDoorOpener && (
        <span className={styles["tag"]} data-kind="opener">
          <Icon name="key" size={12} />
          {t("person.doorOpener")}
        </span>
      )}
    </span>
  );
};

/** Where the person works now; of somebody without a job, where last. */
export const PersonJobCell = ({ row }: { row: PersonRow }) => {
  const { t } = useTranslation();
  const [job, ...more] = row.jobs;
  if (job === undefined) return <span className="muted">{t("person.list.noJob")}</span>;
  return (
    <span className={row.hasJob ? undefined : "muted"}>
      {!row.hasJob && `${t("person.list.formerly")} `}
      <Link to="/accounts/$accountId" params={{ accountId: job.account.id }} tabIndex={-1}>
        {job.account.name}
      </Link>
      {[job.title, job.department].filter(Boolean).map((word) => ` · ${word}`)}
      {more.length > 0 && (
        <span className="muted"> {t("person.list.moreJobs", { count: more.length })}</span>
      )}
    </span>
  );
};

/** What the person decides at their accounts; each role once. */
export const PersonRoleCell = ({ row }: { row: PersonRow }) => {
  const { t } = useTranslation();
  const roles = [...new Set(row.jobs.flatMap(({ role }) => role ?? []))];
  if (roles.length === 0) return <span className="muted">–</span>;
  return <>{roles.map((role) => t(`glossary.buyingRole.${role}`)).join("、")}</>;
};
