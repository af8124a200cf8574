import { feedbackLoops, type LoopFigures } from "@mainstay/contract/feedback-loop";
import { monthsAfter } from "@mainstay/domain/calendar/months-after";
import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { FormulaHint } from "../../components/formula-hint.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import plain from "../account-page/plain-table.module.css";
import { SettingBlock } from "../setting/setting-block.tsx";
import styles from "./loop.module.css";

const hours = (value: number) => formatNumber(value, value < 10 ? 1 : 0);

/** How well loops are closed: in time, how soon, measured again, what changed; in all and by department. */
export const FiguresPanel = () => {
  const { t } = useTranslation();
  const { today } = useSession().workspace;
  const from = monthsAfter(today, -12);
  const found = useAnswer(feedbackLoops.figures, { query: { from, to: today } });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={3} />;
  const { total, departments } = found.data;
  const say = (key: string) => t(`feedbackLoop.figures.${key}` as "feedbackLoop.figures.title");
  const nothing = t("app.notApplicable");
  const inTime = (of: LoopFigures) =>
    of.inTimeShare === null ? nothing : formatShare(of.inTimeShare);
  const time = (value: number | null) =>
    value === null ? nothing : t("feedbackLoop.figures.hours", { hours: hours(value) });
  return (
    <SettingBlock title={say("title")} lead={t("feedbackLoop.figures.lead", { from })}>
      <dl className={styles["figures"]}>
        <div>
          <dt>{say("opened")}</dt>
          <dd className="numeric">{total.opened}</dd>
        </div>
        <div>
          <dt>{say("inTime")}</dt>
          <dd>
            <FormulaHint
              title={say("inTime")}
              formula={say("inTimeFormula")}
              inputs={[
                { key: "n", label: "n", value: `${total.inTime}/${total.due}` },
                ...(total.inTimeInterval
                  ? [
                      {
                        key: "ci",
                        label: "95%",
                        value: `${formatShare(total.inTimeInterval.low)}–${formatShare(total.inTimeInterval.high)}`,
                      },
                    ]
                  : []),
              ]}
            >
              {inTime(total)}
            </FormulaHint>
          </dd>
        </div>
        <div>
          <dt>{say("median")}</dt>
          <dd>
            <FormulaHint
              title={say("median")}
              formula={say("hoursFormula")}
              inputs={[
                { key: "n", label: "n", value: total.contacted },
                { key: "p90", label: say("p90"), value: time(total.p90Hours) },
              ]}
            >
              {time(total.medianHours)}
            </FormulaHint>
          </dd>
        </div>
        <div>
          <dt>{say("remeasured")}</dt>
          <dd>
            <FormulaHint
              title={say("remeasured")}
              formula={say("remeasuredFormula")}
              inputs={[
                {
                  key: "n",
                  label: "n",
                  value: `${total.remeasured}/${total.opened - total.dropped}`,
                },
              ]}
            >
              {total.remeasuredShare === null ? nothing : formatShare(total.remeasuredShare)}
            </FormulaHint>
          </dd>
        </div>
        {total.changes.map(({ scale, n, mean, interval }) => (
          <div key={scale}>
            <dt>{t("feedbackLoop.figures.change", { scale: t(`feedbackLoop.scale.${scale}`) })}</dt>
            <dd>
              {mean === null ? (
                <span className="muted">{t("feedbackLoop.figures.few", { n })}</span>
              ) : (
                <FormulaHint
                  title={t("feedbackLoop.figures.change", {
                    scale: t(`feedbackLoop.scale.${scale}`),
                  })}
                  formula={say("changeFormula")}
                  inputs={[
                    { key: "n", label: "n", value: n },
                    ...(interval
                      ? [
                          {
                            key: "ci",
                            label: "95%",
                            value: `${formatNumber(interval.low, 1)} … ${formatNumber(interval.high, 1)}`,
                          },
                        ]
                      : []),
                  ]}
                >
                  {`${mean > 0 ? "+" : ""}${formatNumber(mean, 1)}`}
                </FormulaHint>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {departments.length > 0 && (
        <div
          style={{ overflowX: "auto" }}
          tabIndex={0}
          role="region"
          aria-label={say("byDepartment")}
        >
          <table className={plain["table"]}>
            <thead>
              <tr>
                <th scope="col">{say("department")}</th>
                {["opened", "inTime", "median", "p90", "remeasured", "dropped"].map((key) => (
                  <th key={key} scope="col" data-numeric>
                    {say(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {departments.map((row) => (
                <tr key={row.department?.id ?? ""}>
                  <th scope="row">{row.department?.name ?? say("noDepartment")}</th>
                  <td data-numeric>{row.opened}</td>
                  <td data-numeric>
                    {inTime(row)} <span className="muted">{`${row.inTime}/${row.due}`}</span>
                  </td>
                  <td data-numeric>{time(row.medianHours)}</td>
                  <td data-numeric>{time(row.p90Hours)}</td>
                  <td data-numeric>{row.remeasured}</td>
                  <td data-numeric>{row.dropped}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SettingBlock>
  );
};
