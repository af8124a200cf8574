import type { ScoredAnswer } from "@mainstay/contract/voice";
import { Link } from "@tanstack/react-router";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { useSession } from "../../lib/session.ts";
import { useBilingual } from "../survey/use-bilingual.ts";
import styles from "./voice-result.module.css";

/** One score: how much, of whom, to which question, when. */
export const AnswerItem = ({ row }: { row: ScoredAnswer }) => {
  const { t } = useTranslation();
  const { today } = useSession().workspace;
  const say = useBilingual();
  const { account, person } = row;
  return (
    <li className={styles["verbatim"]}>
      <div className={styles["facts"]}>
        <span className={styles["buyer"]} data-low={row.isDissatisfied || undefined}>
          {row.isDissatisfied && (
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M6 1 11.5 11H.5z" />
            </svg>
          )}
          <strong className="numeric">
            {t(`voiceResult.scale.${row.scale}`)} {row.score}
          </strong>
          {row.isDissatisfied && <span>{t(`voiceResult.part.${row.scale}.dissatisfied`)}</span>}
        </span>
        {account ? (
          <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
            {account.name}
          </Link>
        ) : (
          <span>{t("voiceResult.verbatim.walkIn")}</span>
        )}
        {person && <span>{person.name}</span>}
        {row.isRestricted && <Tag>{t("voiceResult.verbatim.restricted")}</Tag>}
        <Day on={row.answeredOn} today={today} />
      </div>
      <div className={styles["facts"]}>
        <span className="muted">
          {[say(row.question), row.row && say(row.row), row.department?.name]
            .filter(Boolean)
            .join(" · ")}
        </span>
        <span className="muted">
          {say(row.surveyTitle)} · {t("voiceResult.round", { number: row.roundNumber })}
        </span>
      </div>
    </li>
  );
};
