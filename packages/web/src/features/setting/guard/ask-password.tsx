import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";

/** Asks for one's own password before something that guards the sign-in is changed. */
export const AskPassword = ({
  title,
  hasPassword,
  isBusy,
  error,
  onGo,
  onClose,
}: {
  title: string;
  /** Who signs in elsewhere has none to give. */
  hasPassword: boolean;
  isBusy: boolean;
  error: unknown;
  onGo: (password: string | undefined) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ password?: string }>();
  return (
    <Modal
      open
      title={title}
      okText={t("guard.goOn")}
      okButtonProps={{ loading: isBusy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={400}
    >
      <Form
        name="confirm"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ password }) => onGo(password)}
      >
        {hasPassword && (
          <Form.Item
            name="password"
            label={t("session.password")}
            extra={t("guard.askPassword")}
            rules={[{ required: true, message: t("session.passwordNeeded") }]}
          >
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
        )}
        <FormProblem error={error} />
      </Form>
    </Modal>
  );
};
