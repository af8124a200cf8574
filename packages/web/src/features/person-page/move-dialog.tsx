import type { PositionView } from "@mainstay/contract/person";
import { people } from "@mainstay/contract/person";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Form, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { JobFields, type JobWords, jobDraftOf } from "./job-fields.tsx";
import { staleAfterPerson } from "./person-acts.ts";

interface MoveWords extends JobWords {
  movedOn?: IsoDay | null;
}

/** The person went to another of our customers: the old job ends, the new one opens the door there. */
export const MoveDialog = ({
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
  const [form] = Form.useForm<MoveWords>();
  const [key] = useState(() => crypto.randomUUID());
  const accountId = Form.useWatch("accountId", form) ?? "";
  const move = useAct(people.move, {
    refresh: staleAfterPerson,
    onSuccess: () => {
      onClose();
      notice.done(t("person.page.moved"));
    },
  });
  return (
    <Modal
      open
      title={t("person.page.moveTitle", { name: job.name })}
      okText={t("app.save")}
      okButtonProps={{ loading: move.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={440}
    >
      <Form<MoveWords>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ movedOn: today, workPhone: job.workPhone }}
        onFinish={(words) =>
          move.mutate({
            params: { positionId: job.id },
            body: {
              ...jobDraftOf(words),
              toAccountId: words.accountId ?? "",
              movedOn: words.movedOn ?? today,
            },
            idempotencyKey: key,
          })
        }
      >
        <Form.Item
          name="accountId"
          label={t("person.page.toAccount")}
          rules={[{ required: true, message: "" }]}
        >
          <AccountSelect />
        </Form.Item>
        <Form.Item name="movedOn" label={t("person.page.movedOn")}>
          <DayField {...(job.startsOn !== null && { earliest: job.startsOn })} />
        </Form.Item>
        <JobFields accountId={accountId} personId={job.personId} />
        <FormProblem error={move.error} />
      </Form>
    </Modal>
  );
};
