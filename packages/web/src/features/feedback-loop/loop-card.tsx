import type { LoopView } from "@mainstay/contract/feedback-loop";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LoopButtons } from "./loop-buttons.tsx";
import { LoopClock } from "./loop-clock.tsx";
import { LoopSteps } from "./loop-steps.tsx";
import styles from "./loop.module.css";
import { useLoopWords } from "./use-loop-words.ts";

/** One loop: who was dissatisfied with what, the clock, the steps with their evidence, what to do now. */
export const LoopCard = ({ loop }: { loop: LoopView }) => {
  const { t } = useTranslation();
  const words = useLoopWords();
  const isChanged = loop.droppedBecause === "changed_by_customer";
  return (
    <article className={styles["card"]}>
      <header className={styles["head"]}>
        <h3 className={styles["name"]}>
          <Link to="/accounts/$accountId" params={{ accountId: loop.account.id }}>
            {loop.account.name}
          </Link>
          {loop.person && (
            <Link to="/people/$personId" params={{ personId: loop.person.id }}>
              {loop.person.name}
            </Link>
          )}
          <span className={styles["status"]} data-status={loop.status}>
            {t(`feedbackLoop.status.${loop.status}`)}
          </span>
        </h3>
        <LoopClock loop={loop} />
      </header>
      <p className={styles["about"]}>
        <strong className="numeric">{words.score(loop)}</strong> {words.question(loop)}
      </p>
      <p className={styles["facts"]}>
        <span>
          {loop.owner
            ? t("feedbackLoop.owner", { name: loop.owner.name })
            : t("feedbackLoop.ofNobody")}
        </span>
        {loop.department && (
          <span>{t("feedbackLoop.department", { name: loop.department.name })}</span>
        )}
        {loop.case && (
          <Link to="/cases/$caseId" params={{ caseId: loop.case.id }}>
            {t("feedbackLoop.case", { number: loop.case.number })}
          </Link>
        )}
        {loop.need && <span>{`${t("feedbackLoop.need")}: ${loop.need.title}`}</span>}
      </p>
      <LoopSteps loop={loop} />
      {loop.drop && (
        <p className={styles["note"]}>
          {t("feedbackLoop.dropAsked", {
            name: loop.drop.askedBy?.name ?? "",
            because: loop.drop.because,
          })}
        </p>
      )}
      {loop.droppedBecause !== null && (
        <p className={styles["note"]}>
          {isChanged
            ? t("feedbackLoop.changedByCustomer")
            : t("feedbackLoop.droppedBecause", { because: loop.droppedBecause })}
        </p>
      )}
      <div className={styles["acts"]}>
        <LoopButtons loop={loop} />
      </div>
    </article>
  );
};
