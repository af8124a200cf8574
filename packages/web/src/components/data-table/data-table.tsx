import { Checkbox } from "antd";
import type { ReactNode } from "react";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslation } from "react-i18next";
import { RowSkeleton } from "../skeleton.tsx";
import { HeaderCell } from "./header-cell.tsx";
import styles from "./data-table.module.css";
import { useKeptPlace } from "./kept-place.ts";
import { useTableKeys } from "./table-keys.ts";

/** One column: what its head says, how a row shows it, how wide it is, and by what name the server sorts it. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly isNumeric?: boolean;
  /** The server's name of this order; without it the head cannot be clicked. */
  readonly sort?: string;
  readonly cell: (row: Row) => ReactNode;
}

export interface TableSort {
  readonly by: string;
  readonly direction: "asc" | "desc";
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly total?: number;
  readonly isLoading?: boolean;
  readonly hasMore?: boolean;
  readonly onMore?: () => void;
  readonly onOpen?: (row: Row) => void;
  /** The pointer or the keyboard has come to a row: what it opens can be fetched beforehand. */
  readonly onNear?: (row: Row) => void;
  readonly sort?: TableSort;
  readonly onSort?: (sort: TableSort) => void;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
  readonly empty?: ReactNode;
  readonly rowHeight?: number;
  /** CSS height of the scrolled part. */
  readonly height?: string;
  /** Names the list whose place is found again on the way back. */
  readonly placeKey?: string;
}

/**
 * A table of any length: only the rows in sight are in the page, more are asked for near the end, the head stays.
 * Keys: j/k or arrows move, Enter opens, x selects. Sorting and filtering belong to the server.
 */
export const DataTable = <Row,>({
  label,
  columns,
  rows,
  rowKey,
  total,
  isLoading = false,
  hasMore = false,
  onMore,
  onOpen,
  onNear,
  sort,
  onSort,
  selected,
  onSelect,
  empty,
  rowHeight = 40,
  height = "calc(100dvh - 220px)",
  placeKey,
}: DataTableProps<Row>) => {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const isPickable = selected !== undefined && onSelect !== undefined;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const toggle = useCallback(
    (key: string) => {
      if (selected === undefined || onSelect === undefined) return;
      const next = new Set(selected);
      if (!next.delete(key)) next.add(key);
      onSelect(next);
    },
    [selected, onSelect],
  );
  const { active, onKeyDown } = useTableKeys({
    count: rows.length,
    open: (index) => rows[index] !== undefined && onOpen?.(rows[index]),
    toggle: (index) => rows[index] !== undefined && toggle(rowKey(rows[index])),
    show: (index) => {
      virtual.scrollToIndex(index);
      if (rows[index] !== undefined) onNear?.(rows[index]);
    },
  });
  useKeptPlace(scroller, placeKey);
  const inSight = virtual.getVirtualItems();
  const lastInSight = inSight.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && rows.length > 0 && lastInSight >= rows.length - 15) onMore?.();
  }, [hasMore, lastInSight, rows.length, onMore]);

  const template = useMemo(
    () =>
      [
        ...(isPickable ? ["36px"] : []),
        ...columns.map((column, index) =>
          index === 0 ? `minmax(${column.width}px, 1fr)` : `${column.width}px`,
        ),
      ].join(" "),
    [columns, isPickable],
  );
  const width = columns.reduce((sum, column) => sum + column.width, isPickable ? 36 : 0);
  const allPicked = isPickable && rows.length > 0 && rows.every((row) => selected.has(rowKey(row)));

  return (
    <div
      ref={scroller}
      className={styles["table"]}
      style={{ maxHeight: height }}
      role="grid"
      aria-label={label}
      aria-rowcount={(total ?? rows.length) + 1}
      aria-busy={isLoading}
      aria-multiselectable={isPickable || undefined}
      aria-activedescendant={
        active >= 0 && rows[active] ? `row-${rowKey(rows[active])}` : undefined
      }
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div style={{ minWidth: width }} role="presentation">
        <div
          role="row"
          aria-rowindex={1}
          className={styles["head"]}
          style={{ gridTemplateColumns: template }}
        >
          {isPickable && (
            <div role="columnheader" className={styles["pick"]}>
              <Checkbox
                aria-label={t("app.selectAll")}
                checked={allPicked}
                indeterminate={!allPicked && selected.size > 0}
                onChange={() => onSelect(allPicked ? new Set() : new Set(rows.map(rowKey)))}
              />
            </div>
          )}
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
        {rows.length === 0 && (
          <div role="row" className={styles["nothing"]}>
            <div role="gridcell">{isLoading ? <RowSkeleton /> : empty}</div>
          </div>
        )}
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {inSight.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <div
                key={key}
                id={`row-${key}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={isPickable ? selected.has(key) : undefined}
                data-active={item.index === active || undefined}
                data-open={onOpen !== undefined || undefined}
                className={styles["row"]}
                style={{
                  gridTemplateColumns: template,
                  height: rowHeight,
                  transform: `translateY(${item.start}px)`,
                }}
                onPointerEnter={() => onNear?.(row)}
                onClick={(event) => {
                  if (!(event.target as HTMLElement).closest("a,button,label,input")) onOpen?.(row);
                }}
              >
                {isPickable && (
                  <div role="gridcell" className={styles["pick"]}>
                    <Checkbox
                      aria-label={t("app.selectRow")}
                      checked={selected.has(key)}
                      onChange={() => toggle(key)}
                    />
                  </div>
                )}
                {columns.map((column) => (
                  <div
                    key={column.key}
                    role="gridcell"
                    className={styles["cell"]}
                    data-numeric={column.isNumeric || undefined}
                  >
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};
