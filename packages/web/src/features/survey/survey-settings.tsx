import { surveyOptOuts, surveySettings } from "@mainstay/contract/survey-setting";
import { useTranslation } from "react-i18next";
import { Button, Popconfirm } from "antd";
import { Instant } from "../../components/day.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { SettingBlock } from "../setting/setting-block.tsx";
import styles from "../setting/setting-list.module.css";
import { LimitsForm } from "./limits-form.tsx";

/** How often people are asked at most, under which name, when they are reminded; and who wants no more. */
export const SurveySettings = () => {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const found = useAnswer(surveySettings.get, {});
  return (
    <>
      <SettingBlock title={t("survey.setting.title")} lead={t("survey.setting.lead")}>
        {found.isError && !found.data ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : !found.data ? (
          <RowSkeleton rows={3} />
        ) : (
          <LimitsForm
            key={found.data.version}
            setting={found.data}
            disabled={!permissions.includes("survey.send")}
          />
        )}
      </SettingBlock>
      <OptOuts mayChange={permissions.includes("person.edit")} />
    </>
  );
};

const OptOuts = ({ mayChange }: { mayChange: boolean }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const found = usePagedAnswer(surveyOptOuts.list, { query: { limit: 50 } });
  const askAgain = useAct(surveyOptOuts.remove, {
    refresh: [surveyOptOuts.list],
    onError: notice.refused,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <SettingBlock title={t("survey.setting.optOuts")} lead={t("survey.setting.optOutsLead")}>
      {found.isError && !found.data && (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.data && items.length === 0 && <EmptyState title={t("survey.setting.optOutsNone")} />}
      {items.length > 0 && (
        <ul className={styles["list"]}>
          {items.map(({ person, optedOutAt, via }) => (
            <li key={person.id} className={styles["item"]}>
              <div className={styles["words"]}>
                <span className={styles["name"]}>{person.name}</span>
                <span className="muted">
                  {t(`survey.setting.via.${via}`)} · <Instant at={optedOutAt} />
                </span>
              </div>
              {mayChange && (
                <Popconfirm
                  title={t("survey.setting.askAgainAsk")}
                  onConfirm={() => askAgain.mutate({ params: { personId: person.id } })}
                >
                  <Button size="small">{t("survey.setting.askAgain")}</Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button type="text" size="small" onClick={() => void found.fetchNextPage()}>
          {t("app.moreRows")}
        </Button>
      )}
    </SettingBlock>
  );
};
