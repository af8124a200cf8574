import { people } from "@mainstay/contract/person";
import { relationshipMaps } from "@mainstay/contract/relationship-map";
import { Form, Input, Modal, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import type { MapModel } from "./map-model.ts";
import { PersonSelect } from "./person-select.tsx";

interface Words {
  name?: string;
  title?: string;
  department?: string;
  below?: string | null;
}

const orNull = (text: string | undefined) => (text?.trim() ? text.trim() : null);

/** Adds somebody with a name, or a placeholder for a job that somebody unknown must hold. */
export const AddToMapDialog = ({
  model,
  belowPersonId,
  onClose,
}: {
  model: MapModel;
  belowPersonId: string | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<Words>();
  const [key] = useState(() => crypto.randomUUID());
  const { can, account } = model.map;
  const choices = (["person", "placeholder"] as const).filter((what) =>
    what === "person" ? can.addPerson : can.edit,
  );
  const [what, setWhat] = useState(choices[0] ?? "placeholder");
  const refresh = [relationshipMaps.get, people.list];
  const finish = () => {
    onClose();
    const words = form.getFieldsValue();
    notice.done(t("map.add.added", { name: (what === "person" ? words.name : words.title) ?? "" }));
  };
  const person = useAct(people.add, { refresh, onSuccess: finish });
  const placeholder = useAct(relationshipMaps.addPlaceholder, { refresh, onSuccess: finish });
  const save = (words: Words) => {
    const input = { params: { accountId: account.id }, idempotencyKey: `${key}-${what}` };
    const below = words.below ? (model.personOf(words.below)?.positionId ?? null) : null;
    const department = orNull(words.department);
    if (what === "person") {
      const body = { name: words.name?.trim() ?? "", title: orNull(words.title), department };
      person.mutate({ ...input, body: { ...body, reportsToId: below } });
    } else {
      const body = { title: words.title?.trim() ?? "", department, superiorPositionId: below };
      placeholder.mutate({ ...input, body });
    }
  };
  const required = [{ required: true, whitespace: true, message: "" }];
  return (
    <Modal
      open
      width={440}
      title={t("map.add.title")}
      okText={t("app.save")}
      okButtonProps={{ loading: person.isPending || placeholder.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {choices.length > 1 && (
        <Segmented
          block
          aria-label={t("map.add.what")}
          value={what}
          onChange={setWhat}
          options={choices.map((value) => ({ value, label: t(`map.add.${value}`) }))}
          style={{ marginBottom: 16 }}
        />
      )}
      <Form<Words>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ below: belowPersonId }}
        onFinish={save}
      >
        {what === "person" && (
          <Form.Item name="name" label={t("map.add.name")} rules={required}>
            <Input autoFocus maxLength={100} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item
          name="title"
          label={t("map.add.jobTitle")}
          {...(what === "placeholder" && { rules: required })}
        >
          <Input maxLength={100} autoFocus={what === "placeholder"} />
        </Form.Item>
        <Form.Item name="department" label={t("map.add.department")}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="below" label={t("map.add.below")}>
          <PersonSelect model={model} nobody={t("map.superior.none")} />
        </Form.Item>
        <FormProblem error={person.error ?? placeholder.error} />
        {/* Lets Enter in any field save. */}
        <button type="submit" hidden />
      </Form>
    </Modal>
  );
};
