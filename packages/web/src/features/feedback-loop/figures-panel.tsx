import { formatShare } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";
import stacked from "../../components/stacked-table.module.css";
import plain from "../account-page/plain-table.module.css";
import { SettingBlock } from "../setting/setting-block.tsx";
import { useLoopFigures } from "./use-loop-figures.ts";

const columns = ["opened", "inTime", "median", "p90", "remeasured", "dropped"] as const;

/** How well each department closes its loops; what they are in all stands above the list. */
export const FiguresPanel = () => {
  const { t } = useTranslation();
  const { found, from, time } = useLoopFigures();
  const departments = found.data?.departments ?? [];
  if (departments.length === 0) return null;
  return (
    <SettingBlock
      title={t("feedbackLoop.figures.byDepartment")}
      lead={t("feedbackLoop.figures.lead", { from })}
    >
      <table className={`${plain["table"]} ${stacked["stacked"]}`}>
        <thead>
          <tr>
            <th scope="col">{t("feedbackLoop.figures.department")}</th>
            {columns.map((key) => (
              <th key={key} scope="col" data-numeric>
                {t(`feedbackLoop.figures.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {departments.map((row) => {
            const cells = {
              opened: row.opened,
              inTime: (
                <>
                  {row.inTimeShare === null ? t("app.notApplicable") : formatShare(row.inTimeShare)}{" "}
                  <span className="muted">{`${row.inTime}/${row.due}`}</span>
                </>
              ),
              median: time(row.medianHours),
              p90: time(row.p90Hours),
              remeasured: row.remeasured,
              dropped: row.dropped,
            };
            return (
              <tr key={row.department?.id ?? ""}>
                <th scope="row">
                  {row.department?.name ?? t("feedbackLoop.figures.noDepartment")}
                </th>
                {columns.map((key) => (
                  <td key={key} data-numeric data-label={t(`feedbackLoop.figures.${key}`)}>
                    {cells[key]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </SettingBlock>
  );
};
