import { surveys } from "@mainstay/contract/survey";
import { surveyTemplateKeys } from "@mainstay/domain/survey/survey-templates";
import { useNavigate } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import styles from "./survey.module.css";
import { SurveyItem } from "./survey-item.tsx";

/** Every survey with its newest round: who is asked now, how many have answered. */
export const SurveysScreen = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const navigate = useNavigate();
  const found = useAnswer(surveys.list, {});
  const draft = useAct(surveys.draft, {
    refresh: [surveys.list],
    onSuccess: ({ id }) => {
      notice.done(t("survey.drafted"));
      void navigate({ to: "/voice/surveys/$surveyId", params: { surveyId: id } });
    },
    onError: notice.refused,
  });
  const items = found.data?.items ?? [];
  const open = items.flatMap(({ newestRound }) =>
    newestRound && newestRound.closedAt === null ? [newestRound] : [],
  );
  const headline =
    items.length === 0
      ? t("survey.headline.none")
      : open.length === 0
        ? t("survey.headline.idle", { count: items.length })
        : t("survey.headline.running", {
            count: open.length,
            asked: open.reduce((sum, { asked }) => sum + asked, 0),
            answered: open.reduce((sum, { answered }) => sum + answered, 0),
          });
  const menu = {
    items: [
      ...surveyTemplateKeys.map((key) => ({ key, label: t(`survey.template.${key}`) })),
      { type: "divider" as const },
      { key: "blank", label: t("survey.blank") },
    ],
    onClick: ({ key }: { key: string }) => {
      const template = surveyTemplateKeys.find((one) => one === key);
      draft.mutate({ body: template ? { template } : {} });
    },
  };
  const draftButton = found.data?.can.draft && (
    <Dropdown menu={menu} trigger={["click"]}>
      <Button type="primary" loading={draft.isPending}>
        {t("survey.draft")}
      </Button>
    </Dropdown>
  );
  return (
    <>
      <PageHeader
        tabTitle={t("survey.title")}
        title={found.data ? headline : t("survey.title")}
        lead={t("survey.lead")}
        actions={items.length > 0 && draftButton}
      />
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={4} />
      ) : items.length === 0 ? (
        <EmptyState
          title={t("survey.headline.none")}
          words={t("survey.noneWhy")}
          action={draftButton}
        />
      ) : (
        <ul className={styles["list"]}>
          {items.map((survey) => (
            <SurveyItem key={survey.id} survey={survey} mayCopy={found.data.can.draft} />
          ))}
        </ul>
      )}
    </>
  );
};
