import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { CaseGrouping, serviceAnalysis } from "@mainstay/contract/service-analysis";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import plain from "../account-page/plain-table.module.css";
import { type CaseSearch, readCaseSearch } from "../case/case-search.ts";
import { ShareRows } from "./share-rows.tsx";
import { shareFigures, useFigureWords } from "./use-figure-words.ts";

type Found = AnswerOf<typeof serviceAnalysis.cases>;

/** One group as the list of cases filters by it; what is not noted is a group as well. */
const groupOf = (by: CaseGrouping, key: string | null): CaseSearch =>
  readCaseSearch(key === null ? { without: by } : { [by]: key });

/** Cases group by group, most first; an account's name leads to its page. */
export const CaseGroups = ({
  found,
  by,
  search,
}: {
  found: Found;
  by: CaseGrouping;
  /** The list of cases narrowed to what is counted here. */
  search: CaseSearch;
}) => {
  const { t } = useTranslation();
  const words = useFigureWords();
  const isAccount = by === "account";
  const nameOf = ({ key, name }: Found["groups"][number]) => {
    if (key === null) return <span className="muted">{t("serviceAnalysis.none")}</span>;
    if (isAccount)
      return (
        <Link to="/accounts/$accountId" params={{ accountId: key }}>
          {name}
        </Link>
      );
    if (by === "kind") return t(`case.kind.${key}` as "case.kind.complaint");
    if (by === "level") return t(`glossary.caseLevel.${key}` as "glossary.caseLevel.general");
    if (by === "segment") return t(`glossary.segment.${key}` as "glossary.segment.core");
    return name ?? t("serviceAnalysis.none");
  };
  return (
    <div
      style={{ overflowX: "auto" }}
      tabIndex={0}
      role="region"
      aria-label={t(`serviceAnalysis.groupings.${by}`)}
    >
      <table className={plain["table"]}>
        <thead>
          <tr>
            <th scope="col">{t(`serviceAnalysis.groupings.${by}`)}</th>
            <th scope="col" data-numeric>
              {t("serviceAnalysis.figures.cases")}
            </th>
            {shareFigures.map((name) => (
              <th key={name} scope="col" data-numeric title={t(`serviceAnalysis.formula.${name}`)}>
                {t(`serviceAnalysis.figures.${name}`)}
              </th>
            ))}
            <th scope="col" data-numeric title={t("serviceAnalysis.formula.medianSolveHours")}>
              {t("serviceAnalysis.figures.medianSolveHours")}
            </th>
            {isAccount && (
              <th
                scope="col"
                data-numeric
                title={t("serviceAnalysis.formula.complaintsPer100Orders")}
              >
                {t("serviceAnalysis.figures.complaintsPer100Orders")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {found.groups.map((group) => (
            <tr key={group.key ?? ""}>
              <th scope="row">{nameOf(group)}</th>
              <td data-numeric>
                <Link to="/cases" search={{ ...search, ...groupOf(by, group.key) }}>
                  {formatNumber(group.cases)}
                </Link>{" "}
                <span className="muted">
                  {t("serviceAnalysis.compare", { before: formatNumber(group.casesBefore) })}
                </span>
              </td>
              {shareFigures.map((name) => (
                <td key={name} data-numeric title={words.interval(group[name]) ?? undefined}>
                  {words.share(group[name])}{" "}
                  <ShareRows
                    name={name}
                    share={group[name]}
                    search={{ ...search, ...groupOf(by, group.key) }}
                  />
                </td>
              ))}
              <td data-numeric>{words.hours(group.medianSolveHours)}</td>
              {isAccount && (
                <td data-numeric>
                  {group.complaintsPer100Orders === null
                    ? t("app.notApplicable")
                    : formatNumber(group.complaintsPer100Orders, 1)}{" "}
                  <span className="muted">
                    {t("serviceAnalysis.heat.n", { n: group.orders ?? 0 })}
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
