import type { PersonPage } from "@mainstay/contract/person-page";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Day, Instant } from "../../components/day.tsx";
import { Icon } from "../../components/icon.tsx";
import { StanceMark } from "../decision-chain/stance-mark.tsx";
import { MergeNotes } from "./merge-notes.tsx";
import { PersonActions } from "./person-actions.tsx";
import styles from "./person-head.module.css";
import { PhotoMark } from "./photo-mark.tsx";

const staleDays = 90;

/** Who this is: name, present jobs, door-opener, what they decide and where they stand, when we last spoke. */
export const PersonHead = ({ page }: { page: PersonPage }) => {
  const { t } = useTranslation();
  const { person, jobs, roles, stances, today } = page;
  useEffect(() => {
    document.title = `${person.name} · ${t("app.name")}`;
  }, [person.name, t]);
  const present = jobs.filter(({ endsOn }) => endsOn === null || endsOn >= today);
  const opener = present.find(({ cameFrom }) => cameFrom !== null)?.cameFrom ?? null;
  const isStale = (on: string) =>
    (dayNumberFromIso(today) ?? 0) - (dayNumberFromIso(on) ?? 0) > staleDays;
  const accounts = new Set([...roles, ...stances].map(({ account }) => account.id));
  return (
    <header className={styles["head"]}>
      <div className={styles["who"]}>
        <PhotoMark
          personId={person.id}
          name={person.name}
          hasPhoto={person.hasPhoto}
          isPlaceholder={person.isPlaceholder}
          stamp={String(person.version)}
        />
        <div className={styles["words"]}>
          <div className={styles["title"]}>
            <h1>{person.name}</h1>
            {person.isPlaceholder && (
              <span className={styles["tag"]} data-kind="placeholder">
                {person.placeholderSince === null
                  ? t("person.placeholder")
                  : t("person.placeholderSince", { on: person.placeholderSince })}
              </span>
            )}
            {opener !== null && (
              <span className={styles["tag"]} data-kind="opener">
                <Icon name="key" size={13} />
                {t("person.doorOpener")}
                <span className={styles["tagWords"]}>
                  {opener.name === null || opener.accountId === null ? (
                    t("person.doorOpenerHidden")
                  ) : (
                    <Link to="/accounts/$accountId" params={{ accountId: opener.accountId }}>
                      {t("person.doorOpenerFrom", { from: opener.name })}
                    </Link>
                  )}
                </span>
              </span>
            )}
          </div>
          <ul className={styles["jobs"]}>
            {present.map((job) => (
              <li key={job.id}>
                {[job.title, job.department].filter(Boolean).join(" · ")}
                {(job.title ?? job.department) !== null && <span aria-hidden="true"> · </span>}
                <Link to="/accounts/$accountId" params={{ accountId: job.accountId }}>
                  {job.accountName}
                </Link>
              </li>
            ))}
            {present.length === 0 && <li className="muted">{t("person.list.noJob")}</li>}
          </ul>
        </div>
        <PersonActions page={page} />
      </div>
      {person.isRestricted && (
        <p className={styles["restricted"]} role="note">
          <Icon name="warning" size={14} /> {t("person.page.restricted")}
        </p>
      )}
      {page.surveyOptOut !== null && (
        <p className="muted" role="note">
          {t("person.page.surveyOptOut")} <Instant at={page.surveyOptOut.optedOutAt} />{" "}
          {t(`person.page.surveyOptOutVia.${page.surveyOptOut.via}`)}
        </p>
      )}
      <dl className={styles["marks"]}>
        <div>
          <dt>{t("person.page.lastContact")}</dt>
          <dd>
            {page.lastContactOn === null ? (
              <span className="muted">{t("person.page.noContact")}</span>
            ) : (
              <Day on={page.lastContactOn} today={today} />
            )}
          </dd>
        </div>
        {roles.length > 0 && (
          <div>
            <dt>{t("person.role")}</dt>
            <dd className={styles["several"]}>
              {roles.map(({ account, project, role }) => {
                const word = t(`glossary.buyingRole.${role}`);
                const place = project?.name ?? (accounts.size > 1 ? account.name : null);
                return (
                  <span key={`${account.id} ${project?.id ?? ""}`}>
                    {place === null ? word : t("person.page.roleAt", { role: word, place })}
                  </span>
                );
              })}
            </dd>
          </div>
        )}
        {stances.length > 0 && (
          <div>
            <dt>{t("person.page.stance")}</dt>
            <dd className={styles["several"]}>
              {stances.map(({ account, stance, assessedOn }) => (
                <span key={account.id}>
                  <StanceMark stance={stance} isStale={isStale(assessedOn)} />
                  {accounts.size > 1 && <span className="muted"> {account.name}</span>}
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <MergeNotes page={page} />
    </header>
  );
};
