import type { ScorecardProposal } from "@mainstay/contract/programme";
import { Button, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { ReasonText } from "../../components/reason-text.tsx";
import { useCriterionName } from "./criterion-words.ts";
import styles from "./programme.module.css";
import { type ScoreDraft, scoreOf } from "./scorecard-draft.ts";

/** Each criterion with its weight: what data say, or a person's score and reason. */
export const ScorecardFields = ({
  proposal,
  draft,
  onChange,
}: {
  proposal: ScorecardProposal;
  draft: ScoreDraft;
  onChange: (draft: ScoreDraft) => void;
}) => {
  const { t } = useTranslation();
  const nameOf = useCriterionName();
  const set = (key: string, line: { score: number | null; because: string }) =>
    onChange({ ...draft, [key]: line });
  return (
    <div>
      <p className="muted">{t("programme.scoreHint")}</p>
      {proposal.rule.criteria.map((criterion) => {
        const { key, weight } = criterion;
        const name = nameOf(criterion);
        const computed = proposal.lines.find((line) => line.key === key)?.computed ?? null;
        const own = draft[key];
        const isOwn = computed === null || (own !== undefined && own.score !== null);
        return (
          <div key={key} className={styles["criterion"]}>
            <div className={styles["criterionHead"]}>
              <strong>{name}</strong>
              <span className="muted numeric">{weight}%</span>
            </div>
            {computed !== null && !isOwn ? (
              <div className={styles["criterionHead"]}>
                <span>
                  <span className="numeric">{computed.score}</span> ·{" "}
                  {computed.reason && <ReasonText reason={computed.reason} />}{" "}
                  <span className="muted">{t("programme.computed")}</span>
                </span>
                <Button
                  size="small"
                  type="link"
                  onClick={() => set(key, { score: computed.score, because: "" })}
                >
                  {t("programme.override")}
                </Button>
              </div>
            ) : (
              <div className={styles["inputs"]}>
                <InputNumber
                  aria-label={`${name} ${t("programme.score")}`}
                  min={0}
                  max={5}
                  step={1}
                  value={own?.score ?? null}
                  onChange={(score) => set(key, { score, because: own?.because ?? "" })}
                />
                <Input
                  aria-label={`${name} ${t("programme.because")}`}
                  placeholder={t("programme.because")}
                  maxLength={500}
                  value={own?.because ?? ""}
                  onChange={(event) =>
                    set(key, { score: own?.score ?? null, because: event.target.value })
                  }
                />
                {computed !== null && (
                  <Button
                    size="small"
                    type="link"
                    onClick={() => set(key, { score: null, because: "" })}
                  >
                    {t("programme.useComputed")}
                  </Button>
                )}
              </div>
            )}
          </div>
        );
      })}
      <p className={styles["total"]} title={t("programme.formula")}>
        {t("programme.total", { score: Math.round(scoreOf(proposal, draft) * 10) / 10 })}
        <span className="muted"> · {t("programme.formula")}</span>
      </p>
    </div>
  );
};
