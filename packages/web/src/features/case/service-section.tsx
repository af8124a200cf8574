import { cases } from "@mainstay/contract/case";
import { costs } from "@mainstay/contract/cost";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { Suspense, lazy, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Icon } from "../../components/icon.tsx";
import { Money } from "../../components/money.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { useNow } from "../handover/use-now.ts";
import { CaseJudgementCell } from "./case-cells.tsx";
import { LevelOfCase } from "./case-mark.tsx";
import styles from "./service-section.module.css";

const OpenCase = lazy(() =>
  import("./open-case-dialog.tsx").then((m) => ({ default: m.OpenCaseDialog })),
);

const running = ["open", "paused", "solved"] as const;

/** 服务 of one account: what runs with its clocks, what was closed last, and what serving it has cost this year. */
export const ServiceSection = ({ accountId, order }: { accountId: string; order: number }) => {
  const { t } = useTranslation();
  const id = useId();
  const now = useNow();
  const mayOpen = useMay("case.open");
  const [isOpening, setOpening] = useState(false);
  const open = useAnswer(cases.list, {
    query: { accountId, status: [...running], limit: 20 } as never,
  });
  const closed = useAnswer(cases.list, {
    query: { accountId, status: ["closed"], order: "newest", limit: 3 } as never,
  });
  const cost = useAnswer(costs.ofAccount, { params: { accountId } });
  const rows = [...(open.data?.items ?? []), ...(closed.data?.items ?? [])];
  return (
    <section aria-labelledby={id} className={styles["section"]} style={{ order }}>
      <div className={styles["head"]}>
        <h2 id={id}>{t("case.account.section")}</h2>
        {cost.data !== undefined && cost.data.entries > 0 && (
          <span className="muted">
            {t("case.account.costThisYear")}{" "}
            <Money minor={cost.data.sumMinor} currency={cost.data.currency} />
          </span>
        )}
        <Link to="/cases" search={{ account: accountId, view: "all" }} className={styles["all"]}>
          {t("case.account.all")}
        </Link>
        {mayOpen && (
          <Button
            type="text"
            size="small"
            icon={<Icon name="plus" />}
            aria-label={t("case.open.act")}
            title={t("case.open.act")}
            onClick={() => setOpening(true)}
          />
        )}
      </div>
      {open.isError && !open.data ? (
        <ErrorState error={open.error} onRetry={() => void open.refetch()} />
      ) : !open.data ? (
        <RowSkeleton rows={2} />
      ) : rows.length === 0 ? (
        <p className="muted">{t("case.account.none")}</p>
      ) : (
        <ul className={styles["rows"]}>
          {rows.map((row) => (
            <li key={row.id}>
              <Link to="/cases/$caseId" params={{ caseId: row.id }} className={styles["title"]}>
                <span className="muted numeric">#{row.number}</span> {row.title}
              </Link>
              <span className={styles["stand"]}>
                <CaseJudgementCell row={row} now={now} />
                <LevelOfCase level={row.level} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <Suspense>
        {isOpening && <OpenCase accountId={accountId} onClose={() => setOpening(false)} />}
      </Suspense>
    </section>
  );
};
