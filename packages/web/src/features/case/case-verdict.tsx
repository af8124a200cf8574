import type { CaseView } from "@mainstay/contract/case";
import { useTranslation } from "react-i18next";
import { useSession } from "../../lib/session.ts";
import { toneOf } from "./case-judgement.ts";
import { CaseMark } from "./case-mark.tsx";
import styles from "./case-page.module.css";
import { useCaseWords } from "./use-case-words.ts";

/** The judgement, in one line, and what else has to be known before acting. */
export const CaseVerdict = ({ view, now }: { view: CaseView; now: number }) => {
  const { t } = useTranslation();
  const words = useCaseWords();
  const { user } = useSession();
  const { judged, words: said } = words.judge(view, now);
  const { transfer, reopened, score, firstScore } = view;
  const runs = view.status === "open" || view.status === "paused";
  const also = [
    transfer === null
      ? null
      : transfer.to.id === user.id
        ? t("case.judgement.offeredToMe", {
            name: (transfer.from ?? transfer.offeredBy)?.name ?? t("app.nobody"),
          })
        : t("case.judgement.offered", { name: transfer.to.name }),
    runs && view.handler === null ? t("case.judgement.noHandler") : null,
    reopened > 0 ? t("case.judgement.reopened", { count: reopened }) : null,
    score === null
      ? null
      : firstScore !== null && firstScore !== score
        ? t("case.judgement.rescored", { first: firstScore, score })
        : t("case.judgement.score", { score }),
  ].filter((one) => one !== null);
  const tone = toneOf(judged);
  return (
    <div className={styles["verdict"]} data-tone={tone} role="status">
      <CaseMark tone={tone} words={said} />
      {also.map((one) => (
        <span key={one}>{one}</span>
      ))}
    </div>
  );
};
