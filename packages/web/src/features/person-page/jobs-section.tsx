import type { PositionView } from "@mainstay/contract/person";
import type { PersonPage } from "@mainstay/contract/person-page";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Icon } from "../../components/icon.tsx";
import type { JobAct } from "./job-dialogs.tsx";
import styles from "./jobs-section.module.css";

const Span = ({ job }: { job: PositionView }) => {
  const { t } = useTranslation();
  if (job.startsOn === null && job.endsOn === null)
    return <span className={styles["span"]}>{t("person.page.present")}</span>;
  return (
    <span className={styles["span"]}>
      {job.startsOn === null ? "…" : <Day on={job.startsOn} absolute />}
      {" – "}
      {job.endsOn === null ? t("person.page.present") : <Day on={job.endsOn} absolute />}
    </span>
  );
};

const Job = ({
  job,
  isPresent,
  onAct,
}: {
  job: PositionView;
  isPresent: boolean;
  onAct: (act: JobAct) => void;
}) => {
  const { t } = useTranslation();
  const acts =
    job.endsOn === null ? (["edit", "move", "leave"] as const) : (["edit", "rejoin"] as const);
  const words = {
    edit: t("person.page.editJob"),
    move: t("person.page.move"),
    leave: t("person.page.leave"),
    rejoin: t("person.page.rejoin"),
  };
  return (
    <li className={styles["job"]} data-former={!isPresent || undefined}>
      <div className={styles["words"]}>
        <span className={styles["what"]}>
          <Link to="/accounts/$accountId" params={{ accountId: job.accountId }}>
            {job.accountName}
          </Link>
          {[job.title, job.department].filter(Boolean).map((word) => ` · ${word}`)}
        </span>
        <Span job={job} />
        {job.reportsTo !== null && (
          <span className={styles["line"]}>
            {t("person.reportsTo")}{" "}
            <Link to="/people/$personId" params={{ personId: job.reportsTo.personId }}>
              {job.reportsTo.name}
            </Link>
          </span>
        )}
        {(job.workPhone !== null || job.workEmail !== null) && (
          <span className={styles["reach"]}>
            {job.workPhone !== null && <a href={`tel:${job.workPhone}`}>{job.workPhone}</a>}
            {job.workEmail !== null && <a href={`mailto:${job.workEmail}`}>{job.workEmail}</a>}
          </span>
        )}
        {job.endedBecause !== null && (
          <span className={styles["line"]}>{t(`person.ending.${job.endedBecause}`)}</span>
        )}
      </div>
      {job.can.edit && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: acts.map((act) => ({
              key: act,
              label: words[act],
              onClick: () => onAct({ act, job }),
            })),
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<Icon name="more" />}
            aria-haspopup="menu"
            aria-label={`${t("person.page.actions")} · ${job.accountName}`}
          />
        </Dropdown>
      )}
    </li>
  );
};

/** Every job this reader sees, the present first: history stays when somebody leaves or moves. */
export const JobsSection = ({
  page,
  onAct,
}: {
  page: PersonPage;
  onAct: (act: JobAct) => void;
}) => {
  const { t } = useTranslation();
  const id = useId();
  const { person, jobs, today } = page;
  return (
    <section aria-labelledby={id}>
      <div className={styles["head"]}>
        <h2 id={id}>{t("person.page.jobs")}</h2>
        {person.can.edit && (
          <Button
            type="text"
            size="small"
            icon={<Icon name="plus" />}
            aria-label={t("person.page.addJob")}
            title={t("person.page.addJob")}
            onClick={() => onAct({ act: "add" })}
          />
        )}
      </div>
      <ul>
        {jobs.map((job) => (
          <Job
            key={job.id}
            job={job}
            isPresent={job.endsOn === null || job.endsOn >= today}
            onAct={onAct}
          />
        ))}
      </ul>
    </section>
  );
};
