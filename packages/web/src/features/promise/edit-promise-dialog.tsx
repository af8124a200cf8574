import { type PromiseView, promises } from "@mainstay/contract/promise";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { ContactSelect } from "../handover/contact-select.tsx";
import { DepartmentSelect } from "./department-select.tsx";
import { usePromiseAct } from "./use-promise-act.ts";

/** Corrects what was promised, to whom, which department keeps it and who answers. Its day moves only with the customer. */
export const EditPromiseDialog = ({
  promise,
  onClose,
}: {
  promise: PromiseView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const doAct = usePromiseAct(promise);
  const title = useUnsavedText(`promise-edit:${promise.id}`, promise.title);
  const [departmentId, setDepartment] = useState<string | null>(promise.department.id);
  const [giverUserId, setGiver] = useState(promise.giver?.id ?? null);
  const [personId, setPerson] = useState(promise.person?.id ?? null);
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const save = async () => {
    if (departmentId === null) return;
    setSending(true);
    setError(null);
    try {
      const body = { title: title.text.trim(), departmentId, giverUserId, personId };
      const isDone = await doAct(promises.edit, t("promise.dialog.editTitle"), body);
      title.done();
      onClose();
      if (isDone) notice.done(t("promise.dialog.done"));
    } catch (problem) {
      setError(problem);
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      open
      title={t("promise.dialog.editTitle")}
      okText={t("app.save")}
      okButtonProps={{
        disabled: title.text.trim() === "" || departmentId === null,
        loading: isSending,
      }}
      onOk={() => void save()}
      onCancel={onClose}
      width={460}
    >
      <Form layout="vertical" component="div">
        <Form.Item label={t("promise.field.what")} htmlFor="promise-edit-title">
          <Input.TextArea
            id="promise-edit-title"
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={300}
            value={title.text}
            onChange={(event) => title.setText(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t("promise.field.department")} htmlFor="promise-edit-department">
          <DepartmentSelect
            id="promise-edit-department"
            value={departmentId}
            onChange={setDepartment}
            known={promise.department}
          />
        </Form.Item>
        <Form.Item label={t("promise.field.giver")} htmlFor="promise-edit-giver">
          <UserSelect
            id="promise-edit-giver"
            value={giverUserId}
            known={promise.giver}
            onChange={setGiver}
          />
        </Form.Item>
        <Form.Item label={t("promise.field.person")} htmlFor="promise-edit-person">
          <ContactSelect
            id="promise-edit-person"
            accountId={promise.account.id}
            known={promise.person}
            value={personId}
            onChange={setPerson}
          />
        </Form.Item>
      </Form>
      <FormProblem error={error} />
    </Modal>
  );
};
