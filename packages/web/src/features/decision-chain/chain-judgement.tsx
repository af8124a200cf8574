import type { ChainPerson, DecisionChain } from "@mainstay/contract/decision-chain";
import type { ChainJudgement } from "@mainstay/domain/decision-chain/judge-chain";
import { judgeChain } from "@mainstay/domain/decision-chain/judge-chain";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ChainDialog } from "./chain-dialogs.tsx";
import { isEnded } from "./chain-row.tsx";
import styles from "./chain-judgement.module.css";

/** The members as the domain judges them. */
export const judgementOf = (chain: DecisionChain): ChainJudgement =>
  judgeChain(
    chain.people
      .filter(({ isMember }) => isMember)
      .map((person) => ({
        personId: person.personId,
        role: person.role?.role ?? null,
        isPlaceholder: person.isPlaceholder,
        stance: person.stance?.stance ?? null,
        isStanceStale: person.stance?.isStale ?? false,
        hasDisagreement: person.disagreement.length > 0,
        isInfluenceAssumed: person.influence?.assessment === null,
        weight: person.weight ?? 0,
        mayBeAsked: !person.noProfiling && !person.isRestricted,
      })),
  );

/** How many are for us, neutral, against, unknown, in words. */
export const useSidesWords = () => {
  const { t } = useTranslation();
  return (judgement: ChainJudgement): string => {
    if (judgement.members === 0) return t("chain.judgement.empty");
    const { forUs, neutral, against, unknown, stale, disagreements } = judgement;
    return [
      t("chain.judgement.sides", { count: judgement.members, forUs, neutral, against, unknown }),
      ...(stale > 0 ? [t("chain.judgement.stale", { count: stale })] : []),
      ...(disagreements > 0 ? [t("chain.judgement.disagreements", { count: disagreements })] : []),
    ].join(" · ");
  };
};

const dialogOf = (
  question: NonNullable<ChainJudgement["next"]>["question"],
  person: ChainPerson | undefined,
): ChainDialog | null => {
  if (question === "find_economic_buyer") return { kind: "buyer" };
  if (!person) return null;
  if (question === "ask_influence") return { kind: "influence", person };
  return person.can.assessStance ? { kind: "stance", person } : null;
};

/** The question whose answer is worth most now, with the way to answer it. */
export const NextQuestion = ({
  chain,
  judgement,
  onDialog,
}: {
  chain: DecisionChain;
  judgement: ChainJudgement;
  onDialog: (dialog: ChainDialog) => void;
}) => {
  const { t } = useTranslation();
  const { next } = judgement;
  const person = chain.people.find(({ personId }) => personId === next?.personId);
  if (next === null) return <p className={styles["next"]}>{t("chain.judgement.nothingNext")}</p>;
  const dialog = dialogOf(next.question, person);
  const mayAnswer =
    !isEnded(chain) &&
    (next.question === "find_economic_buyer"
      ? chain.people.some(({ can }) => can.setRole)
      : next.question === "ask_influence"
        ? person?.can.assessInfluence
        : person?.can.assessStance);
  return (
    <div className={styles["next"]}>
      <span className={styles["label"]}>{t("chain.judgement.nextLabel")}</span>
      <strong className={styles["question"]}>
        {t(`chain.judgement.next.${next.question}`, { name: person?.name ?? "" })}
      </strong>
      {next.question === "name_placeholder" && person && (
        <Link to="/people/$personId" params={{ personId: person.personId }}>
          {t("chain.judgement.act")}
        </Link>
      )}
      {mayAnswer === true && dialog !== null && (
        <Button type="primary" size="small" onClick={() => onDialog(dialog)}>
          {t("chain.judgement.act")}
        </Button>
      )}
    </div>
  );
};
