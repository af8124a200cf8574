import { savedViews } from "@mainstay/contract/saved-view";
import { Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import type { AccountSearch } from "./account-search.ts";

/** Keep what is seen now under a name. */
export const SaveViewDialog = ({
  search,
  onClose,
}: {
  search: AccountSearch;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<{ name: string; isShared: boolean }>();
  const [key] = useState(() => crypto.randomUUID());
  const save = useAct(savedViews.save, {
    refresh: [savedViews.list],
    onSuccess: () => {
      onClose();
      notice.done(t("account.viewSaved"));
    },
  });
  return (
    <Modal
      open
      title={t("account.saveViewTitle")}
      okText={t("app.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={400}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: "", isShared: false }}
        onFinish={(words: { name: string; isShared: boolean }) =>
          save.mutate({
            body: { place: "accounts", query: search, ...words },
            idempotencyKey: `${key}:${words.name}`,
          })
        }
      >
        <Form.Item
          name="name"
          label={t("account.viewLabel")}
          rules={[{ required: true, whitespace: true, message: "" }]}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="isShared" valuePropName="checked">
          <Checkbox>{t("account.viewShare")}</Checkbox>
        </Form.Item>
        <FormProblem error={save.error} />
      </Form>
    </Modal>
  );
};
