import { feedbackLoops } from "@mainstay/contract/feedback-loop";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";
import { LoopButtons } from "./loop-buttons.tsx";
import { LoopClock } from "./loop-clock.tsx";
import { LoopSteps } from "./loop-steps.tsx";
import styles from "./loop.module.css";
import { useLoopWords } from "./use-loop-words.ts";

/** The loops that a case or a need belongs to, in brief; nothing where there are none. */
export const LoopStrip = (of: { caseId: string } | { needId: string }) => {
  const { t } = useTranslation();
  const words = useLoopWords();
  const found = useAnswer(feedbackLoops.list, { query: { ...of, limit: 5 } });
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-label={t("feedbackLoop.title")} className={styles["strip"]}>
      {items.map((loop) => (
        <div key={loop.id} className={styles["card"]}>
          <header className={styles["head"]}>
            <span>
              <Link to="/voice/loops" search={{ show: "all" } as never}>
                {t("feedbackLoop.title")}
              </Link>{" "}
              · <strong className="numeric">{words.score(loop)}</strong> {words.question(loop)}
            </span>
            <LoopClock loop={loop} />
          </header>
          <LoopSteps loop={loop} isBrief />
          <div className={styles["acts"]}>
            <LoopButtons loop={loop} />
          </div>
        </div>
      ))}
    </section>
  );
};
