import { decisionChains, type PersonStanding } from "@mainstay/contract/decision-chain";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { Section } from "../account-page/section.tsx";
import type { AssessAct } from "./chain-dialogs.tsx";
import { StandingAt } from "./standing-at.tsx";
import { StyleCard } from "./style-card.tsx";
import styles from "./person-standing.module.css";

const Dialogs = lazy(() =>
  import("./standing-dialogs.tsx").then((m) => ({ default: m.StandingDialogs })),
);

/** What is judged next, and at which account. */
export interface StandingDialog {
  readonly act: AssessAct;
  readonly accountId: string;
}

const Standing = ({ standing }: { standing: PersonStanding }) => {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<StandingDialog | null>(null);
  const shown = standing.accounts.filter(
    ({ isCurrent, roles, stances, influences, pairs }) =>
      isCurrent || roles.length + stances.length + influences.length + pairs.length > 0,
  );
  const { noProfiling, isRestricted } = standing.person;
  const [first] = standing.accounts.filter(({ can }) => can.assessStyle);
  return (
    <>
      {standing.profileHidden && <p className="muted">{t("chain.hidden")}</p>}
      {noProfiling && <p className={styles["note"]}>{t("chain.noProfiling")}</p>}
      {isRestricted && <p className={styles["note"]}>{t("chain.restricted")}</p>}
      {shown.length === 0 && <p className="muted">{t("chain.standingEmpty")}</p>}
      {shown.map((at) => (
        <StandingAt key={at.account.id} standing={standing} at={at} onDialog={setDialog} />
      ))}
      {!standing.profileHidden && (
        <StyleCard
          styleJudgements={standing.styles}
          onAssess={
            first ? () => setDialog({ act: "style", accountId: first.account.id }) : undefined
          }
        />
      )}
      {dialog !== null && (
        <Suspense>
          <Dialogs standing={standing} dialog={dialog} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </>
  );
};

/** A person's place in the decision chains: roles, stance, influence, style, who of us knows them; for the person's page. */
export const PersonStandingSection = ({ personId }: { personId: string }) => {
  const { t } = useTranslation();
  const found = useAnswer(decisionChains.standing, { params: { personId } });
  return (
    <Section order={0} title={t("chain.standing")}>
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Standing standing={found.data} />
      ) : (
        <Skeleton lines={4} />
      )}
    </Section>
  );
};
