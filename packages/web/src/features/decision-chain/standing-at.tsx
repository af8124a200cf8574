import type { PersonStanding } from "@mainstay/contract/decision-chain";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { InfluenceMark } from "./influence-mark.tsx";
import { JudgementHistory } from "./judgement-history.tsx";
import { useLevelWords } from "./level-words.ts";
import type { StandingDialog } from "./person-standing-section.tsx";
import { StanceMark } from "./stance-mark.tsx";
import styles from "./person-standing.module.css";

type At = PersonStanding["accounts"][number];

const Roles = ({ at }: { at: At }) => {
  const { t } = useTranslation();
  if (at.roles.length === 0) return <>{t("glossary.buyingRole.none")}</>;
  return (
    <>
      {at.roles.map((one) => (
        <span key={one.project?.id ?? ""} className={styles["line"]}>
          {t(`glossary.buyingRole.${one.role}`)}{" "}
          <span className="muted">{one.project?.name ?? t("chain.accountDefault")}</span>
          {one.coachTests.map(({ test, evidence }) => (
            <span key={test} className={styles["evidence"]}>
              {t(`chain.coachTest.${test}`)}: {evidence}
            </span>
          ))}
        </span>
      ))}
    </>
  );
};

/** One person at one account: role, newest stance and influence, pairs, the next step, and all judgements so far. */
export const StandingAt = ({
  standing,
  at,
  onDialog,
}: {
  standing: PersonStanding;
  at: At;
  onDialog: (dialog: StandingDialog) => void;
}) => {
  const { t } = useTranslation();
  const nameOf = useLevelWords(standing.pairLevelNames);
  const [showsHistory, setShowsHistory] = useState(false);
  const stance = at.stances.find(({ projectId }) => projectId === null) ?? at.stances[0];
  const influence = at.influences.find(({ projectId }) => projectId === null) ?? at.influences[0];
  const accountId = at.account.id;
  const count = at.stances.length + at.influences.length;
  return (
    <div className={styles["at"]}>
      <div className={styles["head"]}>
        <h3>
          <Link to="/accounts/$accountId/chain" params={{ accountId }}>
            {at.account.name}
          </Link>
        </h3>
        {at.can.assessStance && (
          <Button size="small" onClick={() => onDialog({ act: "stance", accountId })}>
            {stance ? t("chain.assessAgain") : t("chain.assess")}
          </Button>
        )}
      </div>
      <dl className={styles["facts"]}>
        <dt>{t("chain.columns.role")}</dt>
        <dd>
          <Roles at={at} />
        </dd>
        {!standing.profileHidden && (
          <>
            <dt>{t("chain.columns.stance")}</dt>
            <dd>
              <StanceMark stance={stance?.stance ?? null} isStale={stance?.isStale ?? false} />
              {stance?.isStale === true && (
                <span className={styles["note"]}>{t("chain.stale")}</span>
              )}
            </dd>
            <dt>{t("chain.columns.influence")}</dt>
            <dd>
              <InfluenceMark value={influence?.influence ?? 3} isAssumed={!influence} />
              {at.can.assessInfluence && (
                <Button
                  size="small"
                  type="link"
                  onClick={() => onDialog({ act: "influence", accountId })}
                >
                  {t("chain.assessInfluence")}
                </Button>
              )}
            </dd>
            {at.play !== null && (
              <>
                <dt>{t("chain.columns.play")}</dt>
                <dd>
                  <strong>{t(`chain.play.${at.play}`)}</strong>
                  <span className={styles["evidence"]}>{t(`chain.playHow.${at.play}`)}</span>
                </dd>
              </>
            )}
            {at.pairs.length > 0 && (
              <>
                <dt>{t("chain.pairs")}</dt>
                <dd>
                  {at.pairs.map((pair) => (
                    <span key={pair.id} className={styles["line"]}>
                      {pair.user.name} · {nameOf(pair.currentLevel)}
                      {pair.gap > 0 &&
                        pair.desiredLevel !== null &&
                        ` → ${nameOf(pair.desiredLevel)}`}
                    </span>
                  ))}
                </dd>
              </>
            )}
          </>
        )}
      </dl>
      {count > 0 && (
        <Button
          size="small"
          type="text"
          aria-expanded={showsHistory}
          onClick={() => setShowsHistory(!showsHistory)}
        >
          {t("chain.history")} <span className="numeric">{count}</span>
        </Button>
      )}
      {showsHistory && <JudgementHistory at={at} />}
    </div>
  );
};
