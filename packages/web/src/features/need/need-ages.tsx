import { needs } from "@mainstay/contract/need";
import { type Segment, segments } from "@mainstay/domain/account/segment";
import type { NeedState } from "@mainstay/domain/need/need-kind";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import stacked from "../../components/stacked-table.module.css";
import { useAnswer } from "../../lib/query.ts";
import plain from "../account-page/plain-table.module.css";
import type { FunnelFilter } from "./funnel-panel.tsx";

/** The states in which a need waits for us; a valued one has arrived. */
const waiting = ["signal", "hypothesis", "validated", "solved"] as const satisfies NeedState[];

/** How many needs of each segment rest in a state, and for how many days at the median; the number opens them. */
export const NeedAges = ({ noted }: { noted: FunnelFilter }) => {
  const { t } = useTranslation();
  return (
    <div
      style={{ overflowX: "auto" }}
      tabIndex={0}
      role="region"
      aria-label={t("need.analysis.ages")}
    >
      <table className={`${plain["table"]} ${stacked["stacked"]}`}>
        <thead>
          <tr>
            <th scope="col">{t("serviceAnalysis.groupings.segment")}</th>
            {waiting.map((state) => (
              <th key={state} scope="col" data-numeric>
                {t(`need.state.${state}`)}
              </th>
            ))}
            <th scope="col" data-numeric>
              {t("need.list.staleMark")}
            </th>
            <th scope="col" data-numeric>
              {t("need.state.declined")}
            </th>
          </tr>
        </thead>
        <tbody>
          {segments.map((segment) => (
            <AgesOfSegment key={segment} segment={segment} noted={noted} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const AgesOfSegment = ({ segment, noted }: { segment: Segment; noted: FunnelFilter }) => {
  const { t } = useTranslation();
  const funnel = useAnswer(needs.funnel, { query: { ...noted, segment } }).data;
  const stepOf = (state: NeedState) => funnel?.steps.find((step) => step.state === state);
  const opened = (count: number, search: object) =>
    count === 0 ? (
      formatNumber(0)
    ) : (
      <Link to="/needs" search={{ segment, ...search }}>
        {formatNumber(count)}
      </Link>
    );
  return (
    <tr>
      <th scope="row">{t(`glossary.segment.${segment}`)}</th>
      {waiting.map((state) => {
        const { standing = 0, medianDays = null } = stepOf(state) ?? {};
        return (
          <td key={state} data-numeric data-label={t(`need.state.${state}`)}>
            {opened(standing, { state })}{" "}
            {standing > 0 && medianDays !== null && (
              <span className="muted">
                {t("need.analysis.median", { count: Math.round(medianDays) })}
              </span>
            )}
          </td>
        );
      })}
      <td data-numeric data-label={t("need.list.staleMark")}>
        {opened(funnel?.stale ?? 0, { stale: "true" })}
      </td>
      <td data-numeric data-label={t("need.state.declined")}>
        {opened(funnel?.declined ?? 0, { state: "declined" })}
      </td>
    </tr>
  );
};
