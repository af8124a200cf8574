import { accountPage } from "@mainstay/contract/account-page";
import type { PositionView } from "@mainstay/contract/person";
import { people } from "@mainstay/contract/person";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";

interface PersonWords {
  name: string;
  title?: string | null;
  department?: string | null;
  workPhone?: string | null;
  workEmail?: string | null;
  startsOn?: IsoDay | null;
}

const orNull = (text: string | null | undefined) => (text?.trim() ? text.trim() : null);

/** Adds a person in a job at the account, or corrects one; business facts only. */
export const PersonDialog = ({
  accountId,
  position,
  onClose,
}: {
  accountId: string;
  /** The job to correct; without it a new one. */
  position: PositionView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<PersonWords>();
  const [key] = useState(() => crypto.randomUUID());
  const refresh = [people.list, accountPage.get];
  const finish = (words: string) => () => {
    onClose();
    notice.done(words);
  };
  const add = useAct(people.add, { refresh, onSuccess: finish(t("person.added")) });
  const edit = useAct(people.edit, { refresh, onSuccess: finish(t("person.changed")) });
  const save = (words: PersonWords) => {
    const body = {
      name: words.name.trim(),
      title: orNull(words.title),
      department: orNull(words.department),
      workPhone: orNull(words.workPhone),
      workEmail: orNull(words.workEmail),
      startsOn: words.startsOn ?? null,
    };
    if (position === null) add.mutate({ params: { accountId }, body, idempotencyKey: key });
    else edit.mutate({ params: { positionId: position.id }, body });
  };
  return (
    <Modal
      open
      title={position === null ? t("person.add") : t("person.edit", { name: position.name })}
      okText={t("app.save")}
      okButtonProps={{ loading: add.isPending || edit.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={440}
    >
      <p className="muted">{t("person.businessOnly")}</p>
      <Form<PersonWords>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={position ?? {}}
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
        {position !== null && (
          <Form.Item name="startsOn" label={t("person.startsOn")}>
            <DayField />
          </Form.Item>
        )}
        <FormProblem error={add.error ?? edit.error} />
      </Form>
    </Modal>
  );
};
