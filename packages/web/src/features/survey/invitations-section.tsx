import {
  type InvitationRow,
  type RoundView,
  surveyInvitations,
  surveyRounds,
} from "@mainstay/contract/survey-round";
import { type InvitationStatus, invitationStatuses } from "@mainstay/domain/survey/survey-kind";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Link } from "@tanstack/react-router";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { LinkDialog, type MadeLink } from "./link-dialog.tsx";
import styles from "./survey.module.css";
import { useDayText } from "./use-day-text.ts";

const dropReasons = ["round_closed", "opted_out", "restricted"] as const;

/** Who was asked at the accounts in sight, how each asking stands, and a link to hand over where mail does not reach. */
export const InvitationsSection = ({ round }: { round: RoundView }) => {
  const { t } = useTranslation();
  const [status, setStatus] = useState<InvitationStatus | "all">("all");
  const found = usePagedAnswer(surveyRounds.invitations, {
    params: { roundId: round.id },
    query: status === "all" ? { limit: 20 } : { status, limit: 20 },
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles["section"]}>
      <h2>{t("survey.round.invitations")}</h2>
      <div className={styles["filters"]}>
        <Select
          aria-label={t("survey.round.invitations")}
          value={status}
          style={{ minWidth: 150 }}
          onChange={setStatus}
          options={[
            { value: "all", label: t("survey.round.statusAll") },
            ...invitationStatuses.map((value) => ({
              value,
              label: `${t(`survey.invitation.${value}`)} ${round.counts[value]}`,
            })),
          ]}
        />
      </div>
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={4} />
      ) : items.length === 0 ? (
        <EmptyState title={t("survey.round.none")} words={t("survey.round.noneWhy")} />
      ) : (
        <ul className={styles["list"]}>
          {items.map((row) => (
            <InvitationItem
              key={row.id}
              row={row}
              mayLink={round.can.makeLink}
              closesOn={round.closesOn}
            />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button type="text" size="small" onClick={() => void found.fetchNextPage()}>
          {t("app.moreRows")}
        </Button>
      )}
    </section>
  );
};

const InvitationItem = ({
  row,
  mayLink,
  closesOn,
}: {
  row: InvitationRow;
  mayLink: boolean;
  closesOn: string;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const dayText = useDayText();
  const { timeZone } = useSession().workspace;
  const [link, setLink] = useState<MadeLink | null>(null);
  const make = useAct(surveyInvitations.makeLink, {
    refresh: [surveyRounds.get, surveyRounds.invitations],
    onSuccess: setLink,
    onError: notice.refused,
  });
  const name = row.person?.name ?? t("survey.round.personGone");
  const reason = dropReasons.find((known) => known === row.droppedBecause);
  const facts = [
    reason === undefined ? null : t(`survey.dropped.${reason}`),
    row.answeredOn === null ? null : dayText(row.answeredOn),
    row.answeredOn === null && row.sentAt !== null
      ? dayText(formatInstant(row.sentAt, timeZone).slice(0, 10))
      : null,
    row.reminders > 0 ? t("survey.round.reminders", { count: row.reminders }) : null,
  ].filter((fact) => fact !== null);
  return (
    <li className={`${styles["row"]} ${styles["asking"]}`}>
      <div className={styles["words"]}>
        <div className={styles["title"]}>
          {row.person ? (
            <Link to="/people/$personId" params={{ personId: row.person.id }}>
              {name}
            </Link>
          ) : (
            <span className="muted">{name}</span>
          )}
          <span className="muted">{row.account.name}</span>
        </div>
      </div>
      <span className={styles["facts"]}>
        <span>{t(`survey.invitation.${row.status}`)}</span>
        {facts.map((fact) => (
          <span key={fact} className="muted">
            {fact}
          </span>
        ))}
      </span>
      {mayLink && row.status !== "answered" && row.status !== "dropped" && (
        <Button
          size="small"
          loading={make.isPending}
          onClick={() => make.mutate({ params: { invitationId: row.id } })}
        >
          {t("survey.round.makeLink")}
        </Button>
      )}
      {link && (
        <LinkDialog
          title={t("survey.round.personalTitle", { name })}
          words={t("survey.round.personalWords")}
          link={link}
          closesOn={closesOn}
          onClose={() => setLink(null)}
        />
      )}
    </li>
  );
};
