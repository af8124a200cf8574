import { personPages } from "@mainstay/contract/person-page";
import type { PersonView } from "@mainstay/contract/person-page";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterPerson } from "./person-acts.ts";

/** Corrects a name; of a placeholder, says who it is. */
export const RenameDialog = ({ person, onClose }: { person: PersonView; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { isPlaceholder } = person;
  const [name, setName] = useState(isPlaceholder ? "" : person.name);
  const edit = useAct(personPages.edit, {
    refresh: staleAfterPerson,
    onSuccess: () => {
      onClose();
      notice.done(t(isPlaceholder ? "person.page.identified" : "person.changed"));
    },
  });
  const save = () => {
    if (name.trim() === "") return;
    edit.mutate({
      params: { personId: person.id },
      body: { name: name.trim(), ...(isPlaceholder && { isPlaceholder: false }) },
      ifMatch: person.version,
    });
  };
  return (
    <Modal
      open
      title={t(isPlaceholder ? "person.page.identifyTitle" : "person.page.rename")}
      okText={t("app.save")}
      okButtonProps={{ loading: edit.isPending, disabled: name.trim() === "" }}
      onOk={save}
      onCancel={onClose}
      width={380}
    >
      <Form layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item label={t("person.name")} htmlFor="rename-name">
          <Input
            id="rename-name"
            autoFocus
            maxLength={100}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
        <FormProblem error={edit.error} />
      </Form>
    </Modal>
  );
};
