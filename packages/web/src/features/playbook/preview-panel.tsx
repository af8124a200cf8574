import { playbooks, type PlaybookStepShape } from "@mainstay/contract/playbook";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { LifecycleStage } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { Day } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { call } from "../../lib/call.ts";
import { useSession } from "../../lib/session.ts";
import styles from "./playbook.module.css";
import { useInLanguage } from "./step-when.ts";

const roundOf = (key: string): number | null => {
  const round = key.split("#")[1];
  return round === undefined ? null : Number(round);
};

/** On which workdays the steps would fall if the stage began on a day: make-up days and holidays are marked. */
export const PreviewPanel = ({
  stage,
  steps,
  isBlocked,
}: {
  stage: LifecycleStage;
  steps: readonly PlaybookStepShape[];
  isBlocked: boolean;
}) => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const tell = useInLanguage();
  const [startOn, setStartOn] = useState<IsoDay>(workspace.today);
  const found = useQuery({
    queryKey: [playbooks.preview.id, stage, startOn, steps],
    queryFn: ({ signal }) =>
      call(playbooks.preview, {
        params: { stage },
        body: { steps: [...steps], startOn },
        signal,
      }),
    enabled: !isBlocked,
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-labelledby="playbook-preview">
      <div className={styles["head"]}>
        <h2 id="playbook-preview">{t("playbook.preview.title")}</h2>
        <div className={styles["start"]}>
          <label htmlFor="playbook-start">{t("playbook.preview.startOn")}</label>
          <DayField
            id="playbook-start"
            value={startOn}
            onChange={(day) => day !== null && setStartOn(day)}
          />
        </div>
      </div>
      {isBlocked && <p className="muted">{t("playbook.preview.blocked")}</p>}
      {!isBlocked && found.isError && (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {!isBlocked && found.isPending && <RowSkeleton rows={4} />}
      {!isBlocked && found.data && (
        <ul className={styles["planned"]}>
          {found.data.planned.map((one) => {
            const round = roundOf(one.key);
            return (
              <li key={one.key} className={styles["plannedRow"]}>
                <span className={styles["plannedDay"]}>
                  {one.isExpected && (
                    <span className={styles["quiet"]}>{t("playbook.preview.expected")} </span>
                  )}
                  <Day on={one.dueOn} absolute />
                </span>
                <span className={styles["plannedWhat"]}>
                  {tell(one.title)}
                  {round !== null && (
                    <span className={styles["quiet"]}>
                      {" "}
                      {t("playbook.preview.round", { round })}
                    </span>
                  )}
                </span>
                <span className={styles["marks"]}>
                  {one.isMadeUpDay && <em>{t("playbook.preview.madeUp")}</em>}
                  {one.holidaysPassed > 0 && (
                    <em>{t("playbook.preview.holidays", { count: one.holidaysPassed })}</em>
                  )}
                  {one.provisional && <em data-provisional>{t("playbook.preview.provisional")}</em>}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
};
