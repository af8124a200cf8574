import { accounts } from "@mainstay/contract/account";
import { accountPage } from "@mainstay/contract/account-page";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { ProfileTopic } from "@mainstay/domain/account/profile-topic";
import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";

/** A new answer about the customer's world, with who said it and when; older answers are kept. */
export const AnswerDialog = ({
  accountId,
  topic,
  today,
  onClose,
}: {
  accountId: string;
  topic: ProfileTopic;
  today: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<{ source: string; answeredOn: IsoDay }>();
  const answer = useUnsavedText(`profile:${accountId}:${topic}`);
  const save = useAct(accounts.answerProfile, {
    refresh: [accountPage.get, accounts.get],
    onSuccess: () => {
      answer.done();
      onClose();
      notice.done(t("accountPage.profile.answered"));
    },
  });
  return (
    <Modal
      open
      title={t(`accountPage.profile.topic.${topic}`)}
      okText={t("app.save")}
      okButtonProps={{ disabled: answer.text.trim() === "", loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={480}
    >
      <p className="muted">{t("accountPage.profile.why")}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ answeredOn: today }}
        onFinish={(words: { source: string; answeredOn: IsoDay }) =>
          save.mutate({ params: { accountId }, body: { topic, answer: answer.text, ...words } })
        }
        style={{ marginTop: 12 }}
      >
        <Form.Item label={t("accountPage.profile.answer")} htmlFor="profile-answer">
          <Input.TextArea
            id="profile-answer"
            autoFocus
            rows={4}
            maxLength={5000}
            value={answer.text}
            onChange={(event) => answer.setText(event.target.value)}
          />
        </Form.Item>
        {answer.wasKept && <p className="muted">{t("app.unsavedKept")}</p>}
        <Form.Item
          name="source"
          label={t("accountPage.profile.source")}
          rules={[{ required: true, whitespace: true, message: "" }]}
        >
          <Input maxLength={300} placeholder={t("accountPage.profile.sourceHint")} />
        </Form.Item>
        <Form.Item name="answeredOn" label={t("accountPage.profile.answeredOn")}>
          <DayField latest={today} />
        </Form.Item>
        <FormProblem error={save.error} />
      </Form>
    </Modal>
  );
};
