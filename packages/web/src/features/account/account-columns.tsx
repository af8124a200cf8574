import type { AccountRow } from "@mainstay/contract/account";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import type { ReactNode } from "react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TableColumn } from "../../components/data-table/data-table.tsx";
import { Day } from "../../components/day.tsx";
import { HealthBandMark, LevelMark } from "../../components/level-mark.tsx";
import { Money } from "../../components/money.tsx";
import { Share } from "../../components/share.tsx";
import { IndexText } from "../relationship/index-text.tsx";
import { NameCell, NextOrderCell, SegmentCell } from "./account-cells.tsx";
import type { AccountColumn, AccountSort } from "./account-search.ts";

interface Shape {
  readonly width: number;
  readonly sort?: AccountSort;
  readonly isNumeric?: true;
  readonly cell: (row: AccountRow, of: { currency: string; today: IsoDay }) => ReactNode;
}

const money = (read: (row: AccountRow) => number | null, sort?: AccountSort): Shape => ({
  width: 116,
  isNumeric: true,
  ...(sort && { sort }),
  cell: (row, { currency }) => <Money minor={read(row)} currency={currency} />,
});

const share = (read: (row: AccountRow) => number | null, sort?: AccountSort): Shape => ({
  width: 104,
  isNumeric: true,
  ...(sort && { sort }),
  cell: (row) => <Share of={read(row)} />,
});

const words = (read: (row: AccountRow) => string | null, width = 112): Shape => ({
  width,
  cell: (row) => read(row) ?? <span className="muted">–</span>,
});

const GradeCell = ({ row }: { row: AccountRow }) => {
  const { t } = useTranslation();
  const isGraded = row.grade !== null && row.grade !== "none";
  return (
    <span className={isGraded ? undefined : "muted"}>
      {t(`glossary.grade.${row.grade ?? "none"}`)}
    </span>
  );
};

const StageCell = ({ row }: { row: AccountRow }) => {
  const { t } = useTranslation();
  return row.stage === null ? (
    <span className="muted">–</span>
  ) : (
    <>{t(`glossary.stage.${row.stage}`)}</>
  );
};

const shapes: Record<AccountColumn, Shape> = {
  name: { width: 200, sort: "name", cell: (row) => <NameCell row={row} /> },
  externalId: words((row) => row.externalId),
  segment: { width: 116, cell: (row) => <SegmentCell row={row} /> },
  grade: { width: 88, cell: (row) => <GradeCell row={row} /> },
  level: { width: 126, sort: "pLost", cell: (row) => <LevelMark level={row.level} /> },
  manager: words((row) => row.managerName, 124),
  revenue12m: money((row) => row.revenue12mMinor, "revenue12m"),
  margin12m: money((row) => row.margin12mMinor),
  growth: {
    width: 84,
    isNumeric: true,
    sort: "growth",
    cell: (row) => <Share of={row.growth} signed />,
  },
  lastOrderOn: {
    width: 124,
    isNumeric: true,
    sort: "lastOrderOn",
    cell: (row, { today }) => <Day on={row.lastOrderOn} today={today} />,
  },
  nextExpectedOn: {
    width: 124,
    isNumeric: true,
    sort: "nextExpectedOn",
    cell: (row, { today }) => <NextOrderCell row={row} today={today} />,
  },
  pLost: share((row) => row.pLost, "pLost"),
  pOrder90: { ...share((row) => row.pOrder90), width: 116 },
  clv: money((row) => row.clvMinor, "clv"),
  valueAtRisk: money((row) => row.valueAtRiskMinor, "valueAtRisk"),
  orderDays: { width: 88, isNumeric: true, cell: (row) => formatNumber(row.orderDays) },
  openSignals: { width: 80, isNumeric: true, cell: (row) => formatNumber(row.openSignals) },
  supportIndex: {
    width: 84,
    isNumeric: true,
    cell: (row) => <IndexText value={row.supportIndex} />,
  },
  coverage: { ...share((row) => row.coverage), width: 84 },
  health: {
    width: 136,
    cell: (row) =>
      row.health === null ? (
        <span className="muted">–</span>
      ) : (
        <HealthBandMark band={row.health.band} />
      ),
  },
  stage: { width: 104, cell: (row) => <StageCell row={row} /> },
  industry: words((row) => row.industry),
  region: words((row) => row.region, 88),
};

/** The columns of the accounts table in the order they were chosen. */
export const useAccountColumns = (
  chosen: readonly AccountColumn[],
  currency: string,
  today: IsoDay,
): TableColumn<AccountRow>[] => {
  const { t } = useTranslation();
  return useMemo(
    () =>
      chosen.map((key) => {
        const { cell, ...shape } = shapes[key];
        return {
          key,
          title: t(`account.column.${key}`),
          ...shape,
          cell: (row: AccountRow) => cell(row, { currency, today }),
        };
      }),
    [chosen, currency, today, t],
  );
};
