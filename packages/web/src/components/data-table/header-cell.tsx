import { useTranslation } from "react-i18next";
import type { TableColumn, TableSort } from "./data-table.tsx";
import styles from "./data-table.module.css";

/** The head of a column; a click sorts by it, a second click turns the order round. */
export const HeaderCell = <Row,>({
  column,
  sort,
  onSort,
}: {
  column: TableColumn<Row>;
  sort: TableSort | undefined;
  onSort: ((sort: TableSort) => void) | undefined;
}) => {
  const { t } = useTranslation();
  const by = column.sort;
  const isSorted = by !== undefined && sort?.by === by;
  const arrow = sort?.direction === "asc" ? "↑" : "↓";
  return (
    <div
      role="columnheader"
      className={styles["headCell"]}
      data-numeric={column.isNumeric || undefined}
      aria-sort={isSorted ? (sort?.direction === "asc" ? "ascending" : "descending") : undefined}
    >
      {by === undefined || onSort === undefined ? (
        column.title
      ) : (
        <button
          type="button"
          aria-label={t("app.sortBy", { column: column.title })}
          onClick={() =>
            onSort({ by, direction: isSorted && sort?.direction === "desc" ? "asc" : "desc" })
          }
        >
          {column.title}
          <span aria-hidden="true" className={styles["arrow"]}>
            {isSorted ? arrow : ""}
          </span>
        </button>
      )}
    </div>
  );
};
