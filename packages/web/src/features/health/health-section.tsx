import { type HealthView, healths } from "@mainstay/contract/health";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { AdjustDialog } from "./adjust-dialog.tsx";
import { HealthFigure } from "./health-figure.tsx";
import { HealthInputs } from "./health-inputs.tsx";
import { HealthReasons } from "./health-reason.tsx";
import { HealthWeeks } from "./health-weeks.tsx";
import styles from "./health-section.module.css";

/** How the account is, why, what that is made of, how it moved, and what somebody changed by hand. */
export const HealthSection = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation();
  const found = useAnswer(healths.get, { params: { accountId } });
  const [isAdjusting, setAdjusting] = useState(false);
  const health = found.data;
  const running = health?.adjustments.find(({ isRunning }) => isRunning) ?? null;
  return (
    <section aria-labelledby="cycle-health" className={styles["section"]}>
      <div className={styles["head"]}>
        <h2 id="cycle-health">{t("health.title")}</h2>
        <Link to={"/health" as string}>{t("health.toAll")}</Link>
        {health?.can.adjust && health.mark !== null && running === null && (
          <Button size="small" onClick={() => setAdjusting(true)}>
            {t("health.adjust.act")}
          </Button>
        )}
      </div>
      {found.isPending && <RowSkeleton rows={4} />}
      {found.isError && !health && (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {health && health.mark === null && (
        <p>
          {t("health.notYet")} <span className="muted">{t("health.notYetWhy")}</span>
        </p>
      )}
      {health && health.mark !== null && (
        <>
          <div className={styles["judgement"]} data-band={health.mark.band}>
            <HealthFigure mark={health.mark} />
            <div className={styles["reasons"]}>
              <HealthReasons accountId={accountId} reasons={health.mark.reasons} />
              <Vetoes health={health} />
              <Since health={health} />
            </div>
          </div>
          <div className={styles["columns"]}>
            <HealthInputs inputs={health.inputs} knownWeight={health.mark.knownWeight} />
            <HealthWeeks weeks={health.weeks} />
          </div>
          <Adjustments health={health} />
        </>
      )}
      {isAdjusting && health && (
        <AdjustDialog account={health.account} onClose={() => setAdjusting(false)} />
      )}
    </section>
  );
};

/** Who stands behind the veto of the relationship: for those who may see profiles. */
const Vetoes = ({ health }: { health: HealthView }) => {
  const { t } = useTranslation();
  const [veto] = health.vetoes.filter((one) => one.veto === "relationship");
  if (!veto) return null;
  return (
    <p className="muted">
      {veto.people === null
        ? t("health.vetoHidden")
        : t("health.vetoWho", { names: veto.people.map(({ name }) => name).join("、") })}
    </p>
  );
};

const Since = ({ health }: { health: HealthView }) => {
  const { t } = useTranslation();
  const now = health.mark?.provisionalScore ?? null;
  const spans = [
    ["four", health.fourWeeks],
    ["twelve", health.twelveWeeks],
  ] as const;
  return (
    <p className={styles["since"]}>
      {spans.map(([name, { before, trend }]) => (
        <span key={name}>
          <span className="muted">{t(`health.since.${name}`)}</span>{" "}
          {before === null || now === null || trend === null ? (
            <span className="muted">{t("health.sinceNone")}</span>
          ) : (
            <>
              {t(`health.trend.${trend}`)}{" "}
              <span className="numeric muted">
                {t("health.change", { change: signed(now - before) })}
              </span>
            </>
          )}
        </span>
      ))}
    </p>
  );
};

const signed = (value: number): string =>
  `${Math.round(value) > 0 ? "+" : Math.round(value) < 0 ? "−" : "±"}${formatNumber(Math.abs(Math.round(value)))}`;

const Adjustments = ({ health }: { health: HealthView }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const end = useAct(healths.endAdjustment, {
    refresh: [healths.get, healths.overview],
    onSuccess: () => notice.done(t("health.adjust.ended")),
    onError: notice.refused,
  });
  if (health.adjustments.length === 0) return null;
  return (
    <div>
      <h3>{t("health.adjust.title")}</h3>
      <ul className={styles["adjustments"]}>
        {health.adjustments.map((one) => (
          <li key={one.id}>
            <span>
              {t("health.adjust.running", {
                points: signed(one.points),
                name: one.setBy?.name ?? t("app.unknown"),
                from: one.startsOn,
                until: one.endsOn,
              })}
            </span>
            <span className="muted">{one.note}</span>
            {one.isRunning && health.can.adjust ? (
              <Button
                size="small"
                loading={end.isPending}
                onClick={() =>
                  end.mutate({ params: { adjustmentId: one.id }, ifMatch: one.version })
                }
              >
                {t("health.adjust.end")}
              </Button>
            ) : (
              !one.isRunning && <span className="muted">{t("health.adjust.past")}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
