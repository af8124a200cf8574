import type { PositionView } from "@mainstay/contract/person";
import { people } from "@mainstay/contract/person";
import { Form, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { JobFields, type JobWords, jobDraftOf } from "./job-fields.tsx";
import { staleAfterPerson } from "./person-acts.ts";

/** Corrects a job, its dates and its superior; emptying the end reopens it. */
export const EditJobDialog = ({ job, onClose }: { job: PositionView; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<JobWords>();
  const edit = useAct(people.edit, {
    refresh: staleAfterPerson,
    onSuccess: () => {
      onClose();
      notice.done(t("person.changed"));
    },
  });
  const save = (words: JobWords) => {
    const draft = {
      ...jobDraftOf(words),
      startsOn: words.startsOn ?? null,
      endsOn: words.endsOn ?? null,
    };
    const before = { ...job, reportsToId: job.reportsTo?.positionId ?? null };
    const changed = Object.entries(draft).filter(
      ([field, value]) => value !== before[field as keyof typeof draft],
    );
    if (changed.length === 0) onClose();
    else edit.mutate({ params: { positionId: job.id }, body: Object.fromEntries(changed) });
  };
  return (
    <Modal
      open
      title={t("person.page.editJob")}
      okText={t("app.save")}
      okButtonProps={{ loading: edit.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={440}
    >
      <p className="muted">{job.accountName}</p>
      <Form<JobWords>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...job, reportsToId: job.reportsTo?.positionId }}
        onFinish={save}
        style={{ marginTop: 12 }}
      >
        <JobFields accountId={job.accountId} personId={job.personId} />
        <Form.Item name="startsOn" label={t("person.startsOn")}>
          <DayField />
        </Form.Item>
        <Form.Item name="endsOn" label={t("person.endsOn")}>
          <DayField />
        </Form.Item>
        <FormProblem error={edit.error} />
      </Form>
    </Modal>
  );
};
