import { requirementChanges } from "@mainstay/contract/requirement-change";
import { Button } from "antd";
import { Suspense, lazy, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { ChangeRow } from "./change-row.tsx";
import { useChangeWords } from "./change-words.ts";
import styles from "./change.module.css";

const ChangeForm = lazy(() =>
  import("./change-form-dialog.tsx").then((m) => ({ default: m.ChangeFormDialog })),
);

/** 需求变更 of one account: work that nobody confirmed first, what waits, what both sides confirmed in all. */
export const ChangesSection = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation();
  const id = useId();
  const words = useChangeWords();
  const [isDrafting, setDrafting] = useState(false);
  const found = useAnswer(requirementChanges.listOfAccount, { params: { accountId }, query: {} });
  const { data } = found;
  const waiting = (data?.items ?? []).filter(
    ({ status }) => status === "draft" || status === "sent",
  ).length;
  return (
    <section aria-labelledby={id}>
      <div className={styles["sectionHead"]}>
        <h2 id={id}>{t("requirementChange.title")}</h2>
        {data && data.unconfirmedWork > 0 ? (
          <span className={styles["bad"]}>
            {t("requirementChange.summary.unconfirmed", { count: data.unconfirmedWork })}
          </span>
        ) : (
          data &&
          data.items.length > 0 && (
            <span className="muted">
              {waiting > 0
                ? t("requirementChange.summary.waiting", { count: waiting })
                : t("requirementChange.summary.settled")}
            </span>
          )
        )}
        {data?.can.draft && (
          <Button size="small" onClick={() => setDrafting(true)}>
            {t("requirementChange.draft.open")}
          </Button>
        )}
      </div>
      {found.isError && !data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !data ? (
        <RowSkeleton rows={2} />
      ) : data.items.length === 0 ? (
        <p className="muted">{t("requirementChange.empty")}</p>
      ) : (
        <>
          {data.confirmed.length > 0 && (
            <ul className={styles["sums"]} aria-label={t("requirementChange.confirmedSum")}>
              {data.confirmed.map(({ project, currency, feeMinor, scheduleDays, changes }) => (
                <li key={`${project?.id ?? ""}:${currency}`}>
                  {t("requirementChange.confirmedSum")} ·{" "}
                  {t("requirementChange.sumOf", {
                    project: project?.name ?? t("requirementChange.noProject"),
                    fee: { minor: feeMinor, currency },
                    days: words.days(scheduleDays),
                    count: changes,
                  })}
                </li>
              ))}
            </ul>
          )}
          <div className={styles["list"]}>
            {data.items.map((change) => (
              <ChangeRow key={change.id} change={change} />
            ))}
          </div>
        </>
      )}
      <Suspense>
        {isDrafting && <ChangeForm accountId={accountId} onClose={() => setDrafting(false)} />}
      </Suspense>
    </section>
  );
};
