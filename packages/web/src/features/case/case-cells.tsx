import type { CaseRow } from "@mainstay/contract/case";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { toneOf } from "./case-judgement.ts";
import { CaseMark, GreenChannelTag } from "./case-mark.tsx";
import styles from "./case.module.css";
import { useCaseWords } from "./use-case-words.ts";

/** Number and title as the way in, and what kind it is. */
export const CaseTitleCell = ({ row }: { row: CaseRow }) => {
  const { t } = useTranslation();
  return (
    <span className={styles["titleCell"]}>
      <span className={styles["number"]}>#{row.number}</span>
      <Link to="/cases/$caseId" params={{ caseId: row.id }} tabIndex={-1}>
        {row.title}
      </Link>
      <span className={styles["tag"]}>{t(`case.kind.${row.kind}`)}</span>
    </span>
  );
};

/** How it stands now, and the customer's score once there is one. */
export const CaseJudgementCell = ({ row, now }: { row: CaseRow; now: number }) => {
  const { t } = useTranslation();
  const words = useCaseWords();
  const { judged, words: said } = words.judge(row, now);
  return (
    <span className={styles["judgementCell"]}>
      <CaseMark tone={toneOf(judged)} words={said} />
      {row.score !== null && (
        <span className="muted numeric">{t("case.judgement.score", { score: row.score })}</span>
      )}
    </span>
  );
};

export const CaseAccountCell = ({ row }: { row: CaseRow }) => (
  <span className={styles["judgementCell"]}>
    <Link to="/accounts/$accountId" params={{ accountId: row.account.id }} tabIndex={-1}>
      {row.account.name}
    </Link>
    {row.isGreenChannel && <GreenChannelTag />}
  </span>
);
