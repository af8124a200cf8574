import type { PositionView } from "@mainstay/contract/person";
import { people } from "@mainstay/contract/person";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { SuperiorSelect } from "../../components/superior-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterPerson } from "../person-page/person-acts.ts";

interface PersonWords {
  name: string;
  title?: string | null;
  department?: string | null;
  workPhone?: string | null;
  workEmail?: string | null;
  startsOn?: IsoDay | null;
  reportsToId?: string | null;
}

const orNull = (text: string | null | undefined) => (text?.trim() ? text.trim() : null);

/** Corrects a person's name and job at the account; business facts only. */
export const PersonDialog = ({
  position,
  onClose,
}: {
  position: PositionView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<PersonWords>();
  const finish = (words: string) => () => {
    onClose();
    notice.done(words);
  };
  const edit = useAct(people.edit, {
    refresh: staleAfterPerson,
    onSuccess: finish(t("person.changed")),
  });
  const save = (words: PersonWords) => {
    const body = {
      name: words.name.trim(),
      title: orNull(words.title),
      department: orNull(words.department),
      workPhone: orNull(words.workPhone),
      workEmail: orNull(words.workEmail),
      startsOn: words.startsOn ?? null,
      reportsToId: words.reportsToId ?? null,
    };
    edit.mutate({ params: { positionId: position.id }, body });
  };
  return (
    <Modal
      open
      title={t("person.edit", { name: position.name })}
      okText={t("app.save")}
      okButtonProps={{ loading: edit.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={440}
    >
      <p className="muted">{t("person.businessOnly")}</p>
      <Form<PersonWords>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...position, reportsToId: position.reportsTo?.positionId ?? null }}
        onFinish={save}
        style={{ marginTop: 12 }}
      >
        <Form.Item
          name="name"
          label={t("person.name")}
          rules={[{ required: true, whitespace: true, message: "" }]}
        >
          <Input autoFocus maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="title" label={t("person.jobTitle")}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="department" label={t("person.department")}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="workPhone" label={t("person.workPhone")}>
          <Input maxLength={40} inputMode="tel" />
        </Form.Item>
        <Form.Item name="workEmail" label={t("person.workEmail")}>
          <Input maxLength={200} inputMode="email" />
        </Form.Item>
        <Form.Item name="reportsToId" label={t("person.reportsTo")}>
          <SuperiorSelect accountId={position.accountId} notPersonId={position.personId} />
        </Form.Item>
        <Form.Item name="startsOn" label={t("person.startsOn")}>
          <DayField />
        </Form.Item>
        <FormProblem error={edit.error} />
      </Form>
    </Modal>
  );
};
