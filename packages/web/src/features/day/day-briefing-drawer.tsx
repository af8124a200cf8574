import { days } from "@mainstay/contract/day";
import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import styles from "./day-briefing-drawer.module.css";

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles["part"]}>
    <h3>{title}</h3>
    {children}
  </section>
);

/** What to know before greeting somebody: last contacts, what is open, and on what right the day is kept. */
export const DayBriefingDrawer = ({
  personId,
  onClose,
}: {
  personId: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const found = useAnswer(days.briefing, { params: { personId } });
  const briefing = found.data;
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(480px, 100vw)"
      title={briefing ? t("day.briefingOf", { name: briefing.person.name }) : t("day.prepare")}
    >
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : briefing === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <p className={styles["who"]}>
            <Link to="/people/$personId" params={{ personId }}>
              {briefing.person.name}
            </Link>
            {briefing.person.title && <span>{briefing.person.title}</span>}
            {briefing.account && (
              <Link to="/accounts/$accountId" params={{ accountId: briefing.account.id }}>
                {briefing.account.name}
              </Link>
            )}
          </p>
          <Part title={t("day.open")}>
            {briefing.openSignals + briefing.openTasks === 0 ? (
              <p>{t("day.openNone")}</p>
            ) : (
              <p className={styles["counts"]}>
                {briefing.openSignals > 0 && (
                  <span>{t("day.openSignals", { count: briefing.openSignals })}</span>
                )}
                {briefing.openTasks > 0 && (
                  <span>{t("day.openTasks", { count: briefing.openTasks })}</span>
                )}
              </p>
            )}
          </Part>
          <Part title={t("day.lastContacts")}>
            {briefing.interactions.length === 0 ? (
              <p className="muted">{t("day.noContacts")}</p>
            ) : (
              <ul className={styles["contacts"]}>
                {briefing.interactions.map((contact) => (
                  <li key={contact.id}>
                    <span className="muted">
                      <Day on={contact.occurredOn} absolute />{" "}
                      {t(`glossary.interactionKind.${contact.kind}`)}
                      {contact.loggedByName !== null && ` · ${contact.loggedByName}`}
                    </span>
                    <span>{contact.summary}</span>
                  </li>
                ))}
              </ul>
            )}
          </Part>
          <Part title={t("day.right")}>
            {briefing.birthday === null ? (
              <p className="muted">{t("day.noRight")}</p>
            ) : (
              <>
                <p>
                  {briefing.birthday.consentUntil !== null
                    ? t("day.consentUntil", { on: briefing.birthday.consentUntil })
                    : t(`day.basis.${briefing.birthday.basis}`)}
                </p>
                <p className="muted">{t("day.keptUntil", { on: briefing.birthday.expiresOn })}</p>
              </>
            )}
          </Part>
          <Part title={t("day.gifts")}>
            <p className="muted">{t("day.giftsWhy")}</p>
          </Part>
        </>
      )}
    </Drawer>
  );
};
