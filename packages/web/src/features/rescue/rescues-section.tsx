import { rescues } from "@mainstay/contract/rescue";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useMay, useSession } from "../../lib/session.ts";
import { RescueCard } from "./rescue-card.tsx";
import styles from "./rescue.module.css";

const Open = lazy(() =>
  import("./open-rescue-dialog.tsx").then((m) => ({ default: m.OpenRescueDialog })),
);

/** The rescues of one account, the running one first. */
export const RescuesSection = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation();
  const { today } = useSession().workspace;
  const mayWork = useMay("rescue.work");
  const [isOpening, setOpening] = useState(false);
  const found = useAnswer(rescues.list, { query: { accountId, limit: 20 } });
  const items = found.data?.items ?? [];
  const mayBegin =
    mayWork && found.data !== undefined && !items.some((one) => one.status === "running");
  return (
    <section aria-label={t("rescue.title")}>
      <div className={styles["sectionHead"]}>
        <div>
          <h2>{t("rescue.title")}</h2>
          <p className="muted">
            {t("rescue.sectionLead")} <Link to="/rescues">{t("rescue.openList")}</Link>
          </p>
        </div>
        {mayBegin && (
          <Button size="small" onClick={() => setOpening(true)}>
            {t("rescue.begin")}
          </Button>
        )}
      </div>
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={2} />
      ) : items.length === 0 ? (
        <EmptyState title={t("rescue.none")} words={t("rescue.noneWords")} />
      ) : (
        <div className={styles["list"]}>
          {items.map((rescue) => (
            <RescueCard key={rescue.id} rescue={rescue} today={today} />
          ))}
        </div>
      )}
      {isOpening && (
        <Suspense>
          <Open account={{ id: accountId }} onClose={() => setOpening(false)} />
        </Suspense>
      )}
    </section>
  );
};
