import type { PositionView } from "@mainstay/contract/person";
import { people } from "@mainstay/contract/person";
import type { PersonView } from "@mainstay/contract/person-page";
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

/** Another job of a person: beside the present ones, of the past, or the same again on coming back. */
export const AddJobDialog = ({
  person,
  like,
  today,
  onClose,
}: {
  person: PersonView;
  /** The job that is taken up again. */
  like: PositionView | null;
  today: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<JobWords>();
  const [key] = useState(() => crypto.randomUUID());
  const accountId = Form.useWatch("accountId", form) ?? like?.accountId ?? "";
  const add = useAct(people.takeUp, {
    refresh: staleAfterPerson,
    onSuccess: () => {
      onClose();
      notice.done(t("person.page.jobTaken"));
    },
  });
  return (
    <Modal
      open
      title={t("person.page.addJobTitle", { name: person.name })}
      okText={t("app.save")}
      okButtonProps={{ loading: add.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={440}
    >
      <Form<JobWords>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={
          like === null
            ? {}
            : { ...like, startsOn: today, endsOn: null, reportsToId: like.reportsTo?.positionId }
        }
        onFinish={(words) =>
          add.mutate({
            params: { personId: person.id },
            body: {
              ...jobDraftOf(words),
              accountId: words.accountId ?? "",
              startsOn: words.startsOn ?? null,
              endsOn: words.endsOn ?? null,
            },
            idempotencyKey: key,
          })
        }
      >
        {like === null ? (
          <Form.Item
            name="accountId"
            label={t("person.list.account")}
            rules={[{ required: true, message: "" }]}
          >
            <AccountSelect />
          </Form.Item>
        ) : (
          <Form.Item name="accountId" hidden>
            <input />
          </Form.Item>
        )}
        <JobFields accountId={accountId} personId={person.id} />
        <Form.Item name="startsOn" label={t("person.startsOn")}>
          <DayField />
        </Form.Item>
        <Form.Item name="endsOn" label={t("person.endsOn")}>
          <DayField />
        </Form.Item>
        <FormProblem error={add.error} />
      </Form>
    </Modal>
  );
};
