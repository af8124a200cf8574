import {
  type MembershipView,
  programme,
  type ProgrammeScreen as View,
} from "@mainstay/contract/programme";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { ExitDialog, ReviewDialog } from "./member-dialogs.tsx";
import { MembershipRow } from "./membership-row.tsx";
import { NominateDialog } from "./nominate-dialog.tsx";
import styles from "./programme.module.css";
import { RuleDialog } from "./rule-dialog.tsx";
import { RulePanel } from "./rule-panel.tsx";

const tabs = ["members", "nominations", "refused", "exits", "rule"] as const;
type Tab = (typeof tabs)[number];
type Open =
  | { what: "nominate" }
  | { what: "rule" }
  | { what: "review" | "exit"; membership: MembershipView };

/** How full the programme is, and what about it is overdue, in one sentence each. */
const Lead = ({ view }: { view: View }) => {
  const { t } = useTranslation();
  const due = view.members.filter(({ isReviewDue }) => isReviewDue).length;
  const incomplete = view.members.filter(({ missingSeats }) => missingSeats.length > 0).length;
  const parts = [
    ...(due > 0 ? [t("programme.reviewsDue", { count: due })] : []),
    ...(incomplete > 0 ? [t("programme.incomplete", { count: incomplete })] : []),
    ...(view.capWarning ? [t(`programme.capWarning.${view.capWarning}`)] : []),
  ];
  return <>{parts.length > 0 ? parts.join(" · ") : t("programme.lead")}</>;
};

/** 大客户计划: members, nominations that wait, refusals and exits that are kept, and the criteria. */
export const ProgrammeScreen = () => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const found = useAnswer(programme.screen, {});
  const [tab, setTab] = useState<Tab>("members");
  const [open, setOpen] = useState<Open | null>(null);
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const view = found.data;
  const { activeCount: members, rule } = view;
  const rows: Record<Exclude<Tab, "rule">, MembershipView[]> = {
    members: view.members,
    nominations: view.nominations,
    refused: view.refused,
    exits: view.exited,
  };
  const onClose = () => setOpen(null);
  return (
    <Screen>
      <PageHeader
        tabTitle={t("programme.tabTitle")}
        title={
          members === 0
            ? t("programme.title.none")
            : t(members >= rule.cap ? "programme.title.full" : "programme.title.members", {
                members,
                cap: rule.cap,
              })
        }
        lead={<Lead view={view} />}
        actions={
          view.can.nominate && (
            <Button type="primary" onClick={() => setOpen({ what: "nominate" })}>
              {t("programme.nominate")}
            </Button>
          )
        }
      />
      <div className={styles["tabs"]}>
        <Segmented
          aria-label={t("programme.tabTitle")}
          value={tab}
          onChange={setTab}
          options={tabs.map((value) => ({
            value,
            label:
              value === "rule"
                ? t("programme.rule")
                : `${t(`programme.${value}`)} ${rows[value].length}`,
          }))}
        />
      </div>
      {tab === "rule" ? (
        <RulePanel
          rule={rule}
          onEdit={view.can.publishRule ? () => setOpen({ what: "rule" }) : null}
        />
      ) : rows[tab].length === 0 ? (
        <EmptyState title={t(`programme.${tab}None`)} words={t(`programme.${tab}NoneWhy`)} />
      ) : (
        <ul className={styles["list"]}>
          {rows[tab].map((membership) => (
            <MembershipRow
              key={membership.id}
              membership={membership}
              currency={workspace.baseCurrency}
              onReview={() => setOpen({ what: "review", membership })}
              onExit={() => setOpen({ what: "exit", membership })}
            />
          ))}
        </ul>
      )}
      {open?.what === "nominate" && <NominateDialog onClose={onClose} />}
      {open?.what === "rule" && <RuleDialog rule={rule} onClose={onClose} />}
      {open?.what === "review" && <ReviewDialog membership={open.membership} onClose={onClose} />}
      {open?.what === "exit" && <ExitDialog membership={open.membership} onClose={onClose} />}
    </Screen>
  );
};
