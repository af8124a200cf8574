import { cases } from "@mainstay/contract/case";
import { costs } from "@mainstay/contract/cost";
import { Button, Popconfirm } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Money } from "../../components/money.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { CaseBlock } from "./case-block.tsx";
import styles from "./case-page.module.css";

const AddCost = lazy(() =>
  import("./add-cost-dialog.tsx").then((m) => ({ default: m.AddCostDialog })),
);

/** What serving this case has cost, and the sum. */
export const CostsSection = ({ caseId }: { caseId: string }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { workspace } = useSession();
  const [isAdding, setAdding] = useState(false);
  const found = useAnswer(costs.listOfCase, { params: { caseId } });
  const remove = useAct(costs.remove, {
    refresh: [costs.listOfCase, costs.ofAccount, cases.get],
    onError: notice.refused,
  });
  const { items = [], sumMinor = 0, currency = workspace.baseCurrency } = found.data ?? {};
  return (
    <CaseBlock
      title={t("case.cost.title")}
      about={
        items.length > 0 && (
          <>
            {t("case.cost.sum")} <Money minor={sumMinor} currency={currency} exact />
          </>
        )
      }
      action={
        found.data?.can.add === true && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t("case.cost.add")}
          </Button>
        )
      }
    >
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={1} />
      ) : items.length === 0 ? (
        <p className="muted">{t("case.cost.none")}</p>
      ) : (
        <ul className={styles["rows"]}>
          {items.map((cost) => (
            <li key={cost.id}>
              <div className={styles["rowWords"]}>
                <span>
                  {t(`case.cost.kind.${cost.kind}`)}
                  {cost.hours !== null && ` · ${t("case.cost.hours", { count: cost.hours })}`}
                  {cost.quantity !== null &&
                    ` ${t("case.cost.quantity", { count: cost.quantity })}`}
                  {cost.note !== "" && ` · ${cost.note}`}
                </span>
                <span className="muted">
                  <Day on={cost.incurredOn} today={workspace.today} /> · {cost.recordedBy?.name}
                </span>
              </div>
              <Money minor={cost.amountMinor} currency={currency} exact />
              {cost.can.remove && (
                <Popconfirm
                  title={t("case.cost.removeAsk")}
                  okText={t("case.cost.remove")}
                  onConfirm={() => remove.mutate({ params: { costId: cost.id } })}
                >
                  <Button size="small" type="text">
                    {t("case.cost.remove")}
                  </Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      )}
      <Suspense>
        {isAdding && <AddCost caseId={caseId} onClose={() => setAdding(false)} />}
      </Suspense>
    </CaseBlock>
  );
};
