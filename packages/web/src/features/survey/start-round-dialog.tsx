import { type SurveyView, surveys } from "@mainstay/contract/survey";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { useNavigate } from "@tanstack/react-router";
import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { SampleCountPanel } from "./sample-count-panel.tsx";
import styles from "./survey.module.css";
import { useSampleCount } from "./use-sample-count.ts";

const dayAfter = (on: string, days: number): string =>
  isoFromDayNumber((dayNumberFromIso(on) ?? 0) + days);

/** The last look before a round goes out: who is asked, who is not and why, until when. */
export const StartRoundDialog = ({
  survey,
  onClose,
}: {
  survey: SurveyView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { today } = useSession().workspace;
  const notice = useNotice();
  const navigate = useNavigate();
  const [closesOn, setClosesOn] = useState<string | null>(() =>
    dayAfter(today, survey.sampling.openDays),
  );
  const isAfterCase = survey.rhythm === "after_case";
  const count = useSampleCount(survey.sampling, !isAfterCase);
  const start = useAct(surveys.start, {
    refresh: [surveys.get, surveys.list],
    onSuccess: ({ id }) => {
      notice.done(t("survey.started"));
      void navigate({ to: "/voice/rounds/$roundId", params: { roundId: id } });
    },
    onError: notice.refused,
  });
  return (
    <Modal
      open
      title={t("survey.startTitle")}
      onCancel={onClose}
      confirmLoading={start.isPending}
      okButtonProps={{ disabled: !isAfterCase && count === undefined }}
      okText={
        isAfterCase
          ? t("survey.startAfterCase")
          : t("survey.startConfirm", { count: count?.asked ?? 0 })
      }
      onOk={() =>
        start.mutate({
          params: { surveyId: survey.id },
          ifMatch: survey.version,
          body: isAfterCase || closesOn === null ? {} : { closesOn },
        })
      }
    >
      <p>{t("survey.startWords")}</p>
      {!isAfterCase && (
        <>
          <SampleCountPanel count={count} />
          <div className={styles["field"]} style={{ marginTop: 12 }}>
            <span>{t("survey.closesOn")}</span>
            <DayField
              label={t("survey.closesOn")}
              value={closesOn}
              earliest={today}
              onChange={setClosesOn}
            />
          </div>
        </>
      )}
    </Modal>
  );
};
