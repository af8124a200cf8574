import { decisionChains, type DecisionChain } from "@mainstay/contract/decision-chain";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAnswer } from "../../lib/query.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { AccountTabs } from "../relationship/account-tabs.tsx";
import { type ChainDialog, ChainDialogs } from "./chain-dialogs.tsx";
import { judgementOf, NextQuestion, useSidesWords } from "./chain-judgement.tsx";
import { isEnded } from "./chain-row.tsx";
import type { ChainSearch } from "./chain-search.ts";
import { ChainTable } from "./chain-table.tsx";
import { PairSection } from "./pair-section.tsx";
import { ProjectSwitch } from "./project-switch.tsx";
import styles from "./chain-screen.module.css";

/** The decision chain of an account or of one of its projects: who decides, who is for us, what is unknown, what to ask next. */
export const ChainScreen = () => {
  const { t } = useTranslation();
  const { accountId } = useParams({ strict: false }) as { accountId: string };
  const [{ projectId }, change] = useAddressState<ChainSearch>();
  const found = useAnswer(
    decisionChains.get,
    { params: { accountId }, query: { projectId } },
    { placeholderData: (kept) => (kept?.account.id === accountId ? kept : undefined) },
  );
  const { error } = found;
  if (isProblem(error, "account.not_found") || isProblem(error, "project.not_found"))
    return (
      <EmptyState
        isScreen
        title={t("accountPage.notFound")}
        words={error.words}
        action={
          isProblem(error, "project.not_found") ? (
            <Button onClick={() => change({ projectId: undefined as never })}>
              {t("chain.allProjects")}
            </Button>
          ) : (
            <Link to="/accounts">{t("accountPage.toAccounts")}</Link>
          )
        }
      />
    );
  if (found.isError && !found.data)
    return <ErrorState error={error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  return (
    <Chain
      chain={found.data}
      onSwitch={(id) => change({ projectId: id } as Partial<ChainSearch>)}
    />
  );
};

const Chain = ({
  chain,
  onSwitch,
}: {
  chain: DecisionChain;
  onSwitch: (projectId: string | undefined) => void;
}) => {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<ChainDialog | null>(null);
  const sides = useSidesWords();
  const judgement = judgementOf(chain);
  const decider = chain.people.find(({ personId }) => personId === judgement.economicBuyerId);
  const { name } = chain.account;
  return (
    <Screen>
      <PageHeader
        tabTitle={t("chain.tabTitle", { account: name })}
        title={
          decider
            ? t("chain.judgement.decides", { name: decider.name })
            : t("chain.judgement.nobodyDecides")
        }
        lead={
          <>
            <Link to="/accounts/$accountId" params={{ accountId: chain.account.id }}>
              {name}
            </Link>
            {" · "}
            {chain.profileHidden && judgement.members > 0 ? t("chain.hidden") : sides(judgement)}
          </>
        }
        actions={<ProjectSwitch chain={chain} onSwitch={onSwitch} />}
      />
      <AccountTabs accountId={chain.account.id} />
      {isEnded(chain) && <p className={styles["ended"]}>{t("chain.projectEndedHint")}</p>}
      {!chain.profileHidden && chain.people.length > 0 && (
        <NextQuestion chain={chain} judgement={judgement} onDialog={setDialog} />
      )}
      {chain.people.length === 0 ? (
        <EmptyState
          title={t("chain.noPeople")}
          words={t("chain.noPeopleWords")}
          action={
            <Link to="/accounts/$accountId" params={{ accountId: chain.account.id }}>
              {t("chain.toAccount")}
            </Link>
          }
        />
      ) : (
        <People chain={chain} onDialog={setDialog} />
      )}
      {(!chain.profileHidden || chain.can.nameLevels) && chain.people.length > 0 && (
        <PairSection chain={chain} onDialog={setDialog} />
      )}
      <ChainDialogs chain={chain} open={dialog} onClose={() => setDialog(null)} />
    </Screen>
  );
};

const People = ({
  chain,
  onDialog,
}: {
  chain: DecisionChain;
  onDialog: (dialog: ChainDialog) => void;
}) => {
  const { t } = useTranslation();
  const members = chain.people.filter(({ isMember }) => isMember);
  const others = chain.people.filter(({ isMember }) => !isMember);
  const [showsOthers, setShowsOthers] = useState(false);
  const isOpen = showsOthers || members.length === 0;
  const mayRank = chain.can.rank && members.length > 1 && !isEnded(chain);
  return (
    <>
      <section aria-labelledby="chain-members" className={styles["section"]}>
        <div className={styles["head"]}>
          <h2 id="chain-members">{t("chain.members")}</h2>
          {!chain.profileHidden && (
            <span className={styles["about"]}>{t("chain.membersAbout")}</span>
          )}
          {mayRank && (
            <Button
              size="small"
              className={styles["act"] ?? ""}
              onClick={() => onDialog({ kind: "rank" })}
            >
              {t("chain.rank")}
            </Button>
          )}
        </div>
        {members.length > 0 ? (
          <ChainTable chain={chain} people={members} onDialog={onDialog} />
        ) : (
          <p className="muted">{t("chain.judgement.empty")}</p>
        )}
      </section>
      {others.length > 0 && (
        <section aria-labelledby="chain-others" className={styles["section"]}>
          <div className={styles["head"]}>
            <h2 id="chain-others">
              {t("chain.others")} <span className="muted numeric">{others.length}</span>
            </h2>
            <span className={styles["about"]}>{t("chain.othersAbout")}</span>
            {members.length > 0 && (
              <Button
                size="small"
                type="text"
                className={styles["act"] ?? ""}
                aria-expanded={isOpen}
                onClick={() => setShowsOthers(!showsOthers)}
              >
                {isOpen ? t("chain.fold") : t("chain.unfold")}
              </Button>
            )}
          </div>
          {isOpen && <ChainTable chain={chain} people={others} onDialog={onDialog} />}
        </section>
      )}
    </>
  );
};
