import {
  type AccountTeamView,
  accountTeams,
  type TeamMemberView,
} from "@mainstay/contract/account-team";
import type { MainSeat } from "@mainstay/domain/account-team/team-seat";
import { Link } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import styles from "./account-team.module.css";
import { MemberDialog, SeatDialog, staleAfterTeam } from "./member-dialogs.tsx";

type Open = { what: "add" } | { what: "member"; id: string } | { what: "seat"; seat: MainSeat };

const Seats = ({
  team,
  onChange,
}: {
  team: AccountTeamView;
  onChange: (seat: MainSeat) => void;
}) => {
  const { t } = useTranslation();
  return (
    <dl className={styles["seats"]}>
      {team.seats.map(({ seat, user, demandedBy }) => (
        <div key={seat} className={styles["seat"]}>
          <dt>
            {t(`glossary.seat.${seat}`)}
            {demandedBy !== null && ` · ${t("accountTeam.demanded")}`}
          </dt>
          <dd>
            <span className={user === null ? "muted" : undefined}>
              {user?.name ?? t("accountTeam.nobody")}
            </span>
            {user !== null && !user.isActive && (
              <span className="muted">{t("accountTeam.inactive")}</span>
            )}
            {team.can.editAccount && (
              <Button size="small" type="link" onClick={() => onChange(seat)}>
                {t("accountTeam.change")}
              </Button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};

const Member = ({ member, onEdit }: { member: TeamMemberView; onEdit: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { modal } = App.useApp();
  const end = useAct(accountTeams.end, {
    refresh: staleAfterTeam,
    onSuccess: () => notice.done(t("accountTeam.ended")),
    onError: notice.refused,
  });
  const confirmEnd = () =>
    void modal.confirm({
      title: t("accountTeam.end"),
      content: t("accountTeam.endWords", { name: member.user.name }),
      okText: t("accountTeam.end"),
      cancelText: t("app.cancel"),
      onOk: () => end.mutate({ params: { memberId: member.id }, ifMatch: member.version }),
    });
  return (
    <li className={styles["member"]}>
      <span>
        <span className={styles["who"]}>{member.user.name}</span> ·{" "}
        {t(`glossary.seat.${member.seat}`)}
        {!member.user.isActive && ` · ${t("accountTeam.inactive")}`}
        <span className="muted">
          {" "}
          {t("accountTeam.since", { on: member.sinceOn })}
          {member.note !== "" && ` · ${member.note}`}
        </span>
      </span>
      {member.can.edit && (
        <span>
          <Button size="small" type="text" onClick={onEdit}>
            {t("accountTeam.edit")}
          </Button>
          <Button size="small" type="text" onClick={confirmEnd}>
            {t("accountTeam.end")}
          </Button>
        </span>
      )}
    </li>
  );
};

/** Who of us looks after the account: the seats that must be filled, everybody else, and what is risky about it. */
export const TeamSection = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation();
  const id = useId();
  const found = useAnswer(accountTeams.get, { params: { accountId } });
  const [open, setOpen] = useState<Open | null>(null);
  const team = found.data;
  const warnings = team?.warnings ?? [];
  const onClose = () => setOpen(null);
  return (
    <section aria-labelledby={id}>
      <div className={styles["head"]}>
        <h2 id={id}>{t("accountTeam.title")}</h2>
        {team && (
          <span className="muted">
            {warnings.length === 0
              ? t("accountTeam.complete")
              : t("accountTeam.warnings", { count: warnings.length })}
            {" · "}
            {team.busFactor === null || team.threadCount === null
              ? t("accountTeam.threadsUnknown")
              : t("accountTeam.threads", { ours: team.busFactor, theirs: team.threadCount })}
          </span>
        )}
        {team?.programme && (
          <Link to="/programme">{t(`accountTeam.programme.${team.programme.status}`)}</Link>
        )}
        {team?.can.edit && (
          <Button size="small" onClick={() => setOpen({ what: "add" })}>
            {t("accountTeam.add")}
          </Button>
        )}
      </div>
      {found.isError && !team ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !team ? (
        <RowSkeleton rows={3} />
      ) : (
        <>
          {warnings.length > 0 && (
            <ul className={styles["warnings"]}>
              {warnings.map((reason, at) => (
                <li key={`${reason.code}-${at}`}>
                  <ReasonText reason={reason} />
                </li>
              ))}
            </ul>
          )}
          <Seats team={team} onChange={(seat) => setOpen({ what: "seat", seat })} />
          {team.members.length === 0 ? (
            <p className="muted">{t("accountTeam.none")}</p>
          ) : (
            <ul className={styles["list"]}>
              {team.members.map((member) => (
                <Member
                  key={member.id}
                  member={member}
                  onEdit={() => setOpen({ what: "member", id: member.id })}
                />
              ))}
            </ul>
          )}
          {team.past.length > 0 && (
            <details className={styles["past"]}>
              <summary>{t("accountTeam.past", { count: team.past.length })}</summary>
              <ul>
                {team.past.map((one) => (
                  <li key={one.id}>
                    {one.user.name} · {t(`glossary.seat.${one.seat}`)} ·{" "}
                    {t("accountTeam.between", { from: one.sinceOn, to: one.untilOn ?? "" })}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {(open?.what === "add" || open?.what === "member") && (
            <MemberDialog
              accountId={accountId}
              member={
                open.what === "add"
                  ? null
                  : (team.members.find((one) => one.id === open.id) ?? null)
              }
              onClose={onClose}
            />
          )}
          {open?.what === "seat" && <SeatDialog team={team} seat={open.seat} onClose={onClose} />}
        </>
      )}
    </section>
  );
};
