import { type PromiseBoard as Board, promises } from "@mainstay/contract/promise";
import type { PromiseCount } from "@mainstay/domain/promise/promise-count";
import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import { Button, Segmented } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { FormulaHint } from "../../components/formula-hint.tsx";
import { Share } from "../../components/share.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import stacked from "../../components/stacked-table.module.css";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { fewPromises } from "./promise-judgement.ts";
import { periodOf, promisePeriods, type PromiseSearch } from "./promise-search.ts";
import styles from "./promise.module.css";

type Figures = Board["all"];
const columns = ["due", "onTime", "reworked", "late", "moved", "broken"] as const;

/** 部门看板: how each department keeps its word in a period; every number says how it is counted and opens its promises. */
export const PromiseBoard = () => {
  const { t } = useTranslation();
  const { today } = useSession().workspace;
  const [search, change] = useAddressState<PromiseSearch>();
  const period = search.period ?? "quarter";
  const found = useAnswer(promises.board, { query: periodOf(period, today) });
  const board = found.data;
  const openRows = (department: string | undefined, counted: PromiseCount) =>
    board &&
    change({
      tab: undefined,
      account: undefined,
      giver: undefined,
      late: undefined,
      department,
      counted,
      status: "all",
      from: board.fromOn,
      to: board.toOn,
    } as never);
  const row = (name: string, department: string | undefined, figures: Figures) => (
    <tr key={department ?? "all"} data-all={department === undefined || undefined}>
      <th scope="row">
        {name}
        {figures.due < fewPromises && <span className="muted"> · {t("promise.board.few")}</span>}
      </th>
      {columns.map((count) => (
        <td key={count} data-numeric data-label={t(`promise.count.${count}`)}>
          <BoardFigure count={count} figures={figures} onRows={() => openRows(department, count)} />
        </td>
      ))}
    </tr>
  );
  return (
    <>
      <div className={styles["filters"]}>
        <Segmented
          aria-label={t("promise.board.period")}
          value={period}
          onChange={(next) =>
            change({ period: next === "quarter" ? undefined : next } as PromiseSearch)
          }
          options={promisePeriods.map((value) => ({
            value,
            label: t(`promise.board.periods.${value}`),
          }))}
        />
      </div>
      {found.isError && !board ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !board ? (
        <RowSkeleton rows={5} />
      ) : board.departments.length === 0 ? (
        <EmptyState title={t("promise.board.empty")} words={t("promise.board.emptyWords")} />
      ) : (
        <div
          className={styles["boardScroll"]}
          tabIndex={0}
          role="region"
          aria-label={t("promise.tab.board")}
        >
          <table className={`${styles["board"]} ${stacked["stacked"]}`}>
            <caption>{t("promise.board.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("promise.board.department")}</th>
                {columns.map((count) => (
                  <th key={count} scope="col" data-numeric>
                    {t(`promise.count.${count}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {board.departments.map(({ department, figures }) =>
                row(department.name, department.id, figures),
              )}
              {row(t("promise.board.all"), undefined, board.all)}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
};

/** One number with its formula, what went in, and the way to its promises. */
const BoardFigure = ({
  count,
  figures,
  onRows,
}: {
  count: (typeof columns)[number];
  figures: Figures;
  onRows: () => void;
}) => {
  const { t } = useTranslation();
  const shares = {
    onTime: [figures.onTimeShare, figures.onTime, figures.due],
    reworked: [figures.reworkShare, figures.reworked, figures.delivered],
  } as const;
  const share = count === "onTime" || count === "reworked" ? shares[count] : null;
  const n = figures[count];
  const value: ReactNode = share ? (
    share[0] === null ? (
      <span className="muted">–</span>
    ) : (
      <>
        <Share of={share[0]} />{" "}
        <span className={styles["n"]}>{t("promise.board.n", { n: share[2] })}</span>
      </>
    )
  ) : count === "late" ? (
    figures.meanDelayDays === null ? (
      <span className="muted">–</span>
    ) : (
      <>
        {t("promise.board.days", { n: Math.round(figures.meanDelayDays * 10) / 10 })}{" "}
        <span className={styles["n"]}>{t("promise.board.n", { n: figures.late })}</span>
      </>
    )
  ) : (
    <span className="numeric">{formatNumber(n, 0)}</span>
  );
  const { interval } = figures;
  return (
    <>
      <FormulaHint
        title={t(`promise.count.${count}`)}
        formula={t(`promise.formula.${count}`)}
        inputs={
          share
            ? [
                {
                  key: "of",
                  label: t(`promise.count.${count}`),
                  value: t("promise.board.of", { part: share[1], whole: share[2] }),
                },
              ]
            : []
        }
        rows={
          n > 0 && (
            <Button type="link" size="small" onClick={onRows}>
              {t("promise.board.open")}
            </Button>
          )
        }
      >
        {value}
      </FormulaHint>
      {count === "onTime" && interval !== null && (
        <span className={styles["interval"]}>
          {t("promise.board.interval", {
            low: formatShare(interval.low),
            high: formatShare(interval.high),
          })}
        </span>
      )}
    </>
  );
};
