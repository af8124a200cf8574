import type { PositionView } from "@mainstay/contract/person";
import { people } from "@mainstay/contract/person";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { type JobEnding, jobEndings } from "@mainstay/domain/person/job-ending";
import { Form, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { refreshKept } from "../../lib/optimistic.ts";
import { useAct } from "../../lib/query.ts";
import { staleAfterPerson } from "./person-acts.ts";

/** A person has left this job, when and why; the job stays in the history and can be taken back. */
export const LeaveDialog = ({
  job,
  today,
  onClose,
}: {
  job: PositionView;
  today: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [endsOn, setEndsOn] = useState<IsoDay>(today);
  const [because, setBecause] = useState<JobEnding>("left_company");
  const params = { positionId: job.id };
  const leave = useAct(people.leave, {
    refresh: staleAfterPerson,
    onSuccess: () => {
      onClose();
      notice.done(t("person.page.left"), () => {
        void call(people.edit, { params, body: { endsOn: null } })
          .then(() => refreshKept(...staleAfterPerson))
          .catch(notice.refused);
      });
    },
  });
  return (
    <Modal
      open
      title={t("person.page.leaveTitle", { name: job.name })}
      okText={t("person.page.leave")}
      okButtonProps={{ loading: leave.isPending }}
      onOk={() => leave.mutate({ params, body: { endsOn, endedBecause: because } })}
      onCancel={onClose}
      width={380}
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t("person.endsOn")} htmlFor="leave-ends-on">
          <DayField
            id="leave-ends-on"
            value={endsOn}
            onChange={(day) => setEndsOn(day ?? today)}
            {...(job.startsOn !== null && { earliest: job.startsOn })}
          />
        </Form.Item>
        <Form.Item label={t("person.endedBecause")} htmlFor="leave-because">
          <Select
            id="leave-because"
            value={because}
            onChange={setBecause}
            options={jobEndings.map((value) => ({ value, label: t(`person.ending.${value}`) }))}
          />
        </Form.Item>
        <FormProblem error={leave.error} />
      </Form>
    </Modal>
  );
};
