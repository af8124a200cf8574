import { secondFactors } from "@mainstay/contract/second-factor";
import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useAct } from "../../../lib/query.ts";
import { CopyLine } from "../copy-line.tsx";
import styles from "./guard.module.css";

/** Scan the square (or type the secret), enter the first code. */
export const SetUpDialog = ({
  begun,
  onDone,
  onClose,
}: {
  begun: AnswerOf<typeof secondFactors.begin>;
  onDone: (recoveryCodes: readonly string[]) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ code: string }>();
  const confirm = useAct(secondFactors.confirm, {
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  return (
    <Modal
      open
      title={t("guard.turnOn")}
      okText={t("guard.confirm")}
      okButtonProps={{ loading: confirm.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      width={440}
    >
      <p>{t("guard.scan")}</p>
      <img
        className={styles["square"]}
        alt={t("guard.qr")}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.qrSvg)}`}
      />
      <p className="muted">{t("guard.bySecret")}</p>
      <CopyLine text={begun.secret} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => confirm.mutate({ body })}
        style={{ marginTop: 16 }}
      >
        <Form.Item
          name="code"
          label={t("guard.firstCode")}
          rules={[{ required: true, min: 6, message: t("session.codeNeeded") }]}
        >
          <Input autoComplete="one-time-code" inputMode="numeric" autoFocus maxLength={10} />
        </Form.Item>
        <FormProblem error={confirm.error} />
      </Form>
    </Modal>
  );
};
