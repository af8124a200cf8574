import { feedbackLoops } from "@mainstay/contract/feedback-loop";
import { type LoopOpening, loopOpeningOf } from "@mainstay/domain/feedback-loop/loop-opening";
import { wordsIn } from "@mainstay/domain/survey/frozen-question";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import stacked from "../../components/stacked-table.module.css";
import { useNotice } from "../../lib/notice.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import plain from "../account-page/plain-table.module.css";
import { SettingBlock } from "../setting/setting-block.tsx";
import styles from "./loop.module.css";

/** What a dissatisfied answer to each question opens; those who edit surveys may say so themselves. */
export const OpeningsPanel = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { locale } = usePreferences();
  const { permissions } = useSession();
  const language = locale === "en" ? "en" : "zh";
  const found = useAnswer(feedbackLoops.openings, { query: {} });
  const set = useAct(feedbackLoops.setOpening, {
    refresh: [feedbackLoops.openings],
    onSuccess: () => notice.done(t("feedbackLoop.openings.saved")),
    onError: (error) => notice.refused(error),
  });
  const items = found.data?.items ?? [];
  const what = (opens: LoopOpening) => t(`feedbackLoop.openings.what.${opens}`);
  return (
    <SettingBlock title={t("feedbackLoop.openings.title")} lead={t("feedbackLoop.openings.lead")}>
      {items.length === 0 ? (
        <p className="muted">{t("feedbackLoop.openings.none")}</p>
      ) : (
        <div
          style={{ overflowX: "auto" }}
          tabIndex={0}
          role="region"
          aria-label={t("feedbackLoop.openings.title")}
        >
          <table className={`${plain["table"]} ${stacked["stacked"]} ${styles["openings"]}`}>
            <thead>
              <tr>
                <th scope="col">{t("feedbackLoop.openings.question")}</th>
                <th scope="col">{t("feedbackLoop.figures.department")}</th>
                <th scope="col">{t("feedbackLoop.openings.opens")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.questionId}>
                  <th scope="row">
                    {wordsIn(one.words, language)}
                    <span className={styles["ofSurvey"]}>{wordsIn(one.surveyTitle, language)}</span>
                  </th>
                  <td data-label={t("feedbackLoop.figures.department")}>
                    {one.department?.name ?? t("feedbackLoop.figures.noDepartment")}
                  </td>
                  <td data-label={t("feedbackLoop.openings.opens")}>
                    {permissions.includes("survey.edit") ? (
                      <Select
                        size="small"
                        style={{ width: 160 }}
                        aria-label={`${t("feedbackLoop.openings.opens")}: ${wordsIn(one.words, language)}`}
                        value={one.setTo ?? "auto"}
                        onChange={(next: string) =>
                          set.mutate({
                            params: { questionId: one.questionId },
                            body: { opens: next === "auto" ? null : (next as LoopOpening) },
                          })
                        }
                        options={[
                          {
                            value: "auto",
                            label: t("feedbackLoop.openings.auto", {
                              what: what(loopOpeningOf(one.department?.name ?? null, null)),
                            }),
                          },
                          { value: "case", label: what("case") },
                          { value: "need", label: what("need") },
                        ]}
                      />
                    ) : (
                      what(one.opens)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SettingBlock>
  );
};
