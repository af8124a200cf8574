import { people } from "@mainstay/contract/person";
import { relationshipMaps } from "@mainstay/contract/relationship-map";
import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import type { MapModel } from "./map-model.ts";

/** The unknown person behind a placeholder gets their name. */
export const NamePlaceholderDialog = ({
  model,
  personId,
  onClose,
}: {
  model: MapModel;
  personId: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<{ name: string }>();
  const act = useAct(relationshipMaps.namePlaceholder, {
    refresh: [relationshipMaps.get, people.list],
    onSuccess: ({ name }) => {
      onClose();
      notice.done(t("map.add.named", { name }));
    },
  });
  return (
    <Modal
      open
      width={400}
      title={t("map.add.nameTitle", { title: model.nameOf(personId) })}
      okText={t("app.save")}
      okButtonProps={{ loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="muted">{t("map.add.nameWhy")}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ name }) => act.mutate({ params: { personId }, body: { name: name.trim() } })}
        style={{ marginTop: 12 }}
      >
        <Form.Item
          name="name"
          label={t("map.add.name")}
          rules={[{ required: true, whitespace: true, message: "" }]}
        >
          <Input autoFocus maxLength={100} autoComplete="off" />
        </Form.Item>
        <FormProblem error={act.error} />
      </Form>
    </Modal>
  );
};
