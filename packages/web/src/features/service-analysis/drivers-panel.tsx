import { serviceAnalysis } from "@mainstay/contract/service-analysis";
import { wordsIn } from "@mainstay/domain/survey/frozen-question";
import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import { useAnswer } from "../../lib/query.ts";
import plain from "../account-page/plain-table.module.css";
import { SettingBlock } from "../setting/setting-block.tsx";
import styles from "./analysis.module.css";

/** Which questions stand together with the overall score, with n and interval; never called a cause. */
export const DriversPanel = ({
  from,
  to,
  surveyId,
  onSurvey,
}: {
  from: string;
  to: string;
  surveyId: string | undefined;
  onSurvey: (surveyId: string) => void;
}) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const language = locale === "en" ? "en" : "zh";
  const found = useAnswer(serviceAnalysis.drivers, {
    query: { from, to, ...(surveyId && { surveyId }) },
  });
  const data = found.data;
  const body = () => {
    if (found.isError)
      return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
    if (!data) return <Skeleton lines={4} />;
    if (data.scale === null) return <p className="muted">{t("serviceAnalysis.drivers.none")}</p>;
    if (!data.isEnough)
      return (
        <p className="muted">
          {t("serviceAnalysis.drivers.few", { n: data.n, least: data.leastN })}
        </p>
      );
    return (
      <>
        <div
          style={{ overflowX: "auto" }}
          tabIndex={0}
          role="region"
          aria-label={t("serviceAnalysis.drivers.title")}
        >
          <table className={`${plain["table"]} ${styles["drivers"]}`}>
            <thead>
              <tr>
                <th scope="col">{t("serviceAnalysis.drivers.question")}</th>
                <th scope="col">{t("serviceAnalysis.drivers.correlation")}</th>
                <th scope="col">{t("serviceAnalysis.drivers.share")}</th>
              </tr>
            </thead>
            <tbody>
              {data.drivers.map((one) => (
                <tr key={`${one.questionId}:${one.row}`}>
                  <th scope="row">
                    {[wordsIn(one.words, language), one.rowWords && wordsIn(one.rowWords, language)]
                      .filter(Boolean)
                      .join(" · ")}{" "}
                    <span className="muted">{one.department?.name}</span>
                  </th>
                  <td>
                    <strong className="numeric">{formatNumber(one.correlation, 2)}</strong>{" "}
                    <span className="muted">
                      {t("serviceAnalysis.drivers.interval", {
                        low: formatNumber(one.interval.low, 2),
                        high: formatNumber(one.interval.high, 2),
                      })}{" "}
                      {t("serviceAnalysis.drivers.n", { n: one.n })}
                    </span>
                  </td>
                  <td>
                    {one.share === null ? (
                      t("app.notApplicable")
                    ) : (
                      <>
                        <span
                          className={styles["bar"]}
                          style={{ width: `${Math.round(one.share.value * 80)}px` }}
                          aria-hidden="true"
                        />
                        <strong className="numeric">{formatShare(one.share.value)}</strong>{" "}
                        <span className="muted">
                          {t("serviceAnalysis.drivers.interval", {
                            low: formatShare(one.share.low),
                            high: formatShare(one.share.high),
                          })}
                        </span>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="muted">
          {data.explained === null
            ? t("serviceAnalysis.drivers.incomplete", { n: data.complete })
            : t("serviceAnalysis.drivers.explained", {
                share: formatShare(data.explained),
                n: data.complete,
              })}
        </p>
        <p className="muted">{t("serviceAnalysis.drivers.formula")}</p>
      </>
    );
  };
  return (
    <SettingBlock
      title={t("serviceAnalysis.drivers.title")}
      lead={t("serviceAnalysis.drivers.lead")}
      actions={
        data && data.surveys.length > 1 ? (
          <Select
            size="small"
            style={{ width: 220, maxWidth: "100%" }}
            aria-label={t("serviceAnalysis.drivers.survey")}
            value={data.surveyId}
            onChange={(next: string | null) => next !== null && onSurvey(next)}
            options={data.surveys.map(({ id, title, answers, isMore }) => ({
              value: id,
              label: `${wordsIn(title, language)} (${answers}${isMore ? "+" : ""})`,
            }))}
          />
        ) : undefined
      }
    >
      {body()}
    </SettingBlock>
  );
};
