import { handovers } from "@mainstay/contract/handover";
import { Button } from "antd";
import { Suspense, lazy, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { HandoverRow } from "./handover-row.tsx";
import styles from "./handover.module.css";
import { useNow } from "./use-now.ts";

const StartDialog = lazy(() =>
  import("./start-handover-dialog.tsx").then((m) => ({ default: m.StartHandoverDialog })),
);

/** 交接 of one account: what runs with its clock, what ended, and the way to start one by hand. */
export const HandoversSection = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation();
  const id = useId();
  const now = useNow();
  const mayWork = useMay("handover.work");
  const [isStarting, setStarting] = useState(false);
  const running = useAnswer(handovers.list, { query: { accountId, limit: 50 } });
  const ended = useAnswer(handovers.list, { query: { accountId, state: "ended", limit: 10 } });
  const items = [...(running.data?.items ?? []), ...(ended.data?.items ?? [])];
  const problem = running.error ?? ended.error;
  const isReady = running.data !== undefined && ended.data !== undefined;
  return (
    <section aria-labelledby={id}>
      <div className={styles["sectionHead"]}>
        <h2 id={id}>{t("handover.title")}</h2>
        {mayWork && (
          <Button size="small" onClick={() => setStarting(true)}>
            {t("handover.start.open")}
          </Button>
        )}
      </div>
      {problem !== null && !isReady ? (
        <ErrorState
          error={problem}
          onRetry={() => void Promise.all([running.refetch(), ended.refetch()])}
        />
      ) : !isReady ? (
        <RowSkeleton rows={2} />
      ) : items.length === 0 ? (
        <p className="muted">{t("handover.empty.account")}</p>
      ) : (
        <div className={styles["list"]}>
          {items.map((handover) => (
            <HandoverRow key={handover.id} handover={handover} now={now} showAccount={false} />
          ))}
        </div>
      )}
      <Suspense>
        {isStarting && <StartDialog accountId={accountId} onClose={() => setStarting(false)} />}
      </Suspense>
    </section>
  );
};
