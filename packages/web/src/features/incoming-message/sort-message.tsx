import { type IncomingMessageView, incomingMessages } from "@mainstay/contract/incoming-message";
import { cases } from "@mainstay/contract/case";
import { Button, Form, Input, InputNumber, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { OpenCaseForm } from "./open-case-form.tsx";

const refresh = [incomingMessages.list, incomingMessages.count, incomingMessages.get, cases.list];

interface Sorting {
  readonly message: IncomingMessageView;
  readonly onDone: () => void;
}

/** What becomes of a message: a case, part of a case, or nothing, with its reason. */
export const SortMessage = (of: Sorting) => {
  const { t } = useTranslation();
  return (
    <Tabs
      items={[
        {
          key: "case",
          label: t("incomingMessage.sort.title"),
          children: <OpenCaseForm {...of} refresh={refresh} />,
        },
        { key: "add", label: t("incomingMessage.add.title"), children: <AddToCase {...of} /> },
        { key: "aside", label: t("incomingMessage.aside.title"), children: <SetAside {...of} /> },
      ]}
    />
  );
};

const AddToCase = ({ message, onDone }: Sorting) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const add = useAct(incomingMessages.addToCase, {
    refresh,
    onSuccess: ({ number }) => {
      notice.done(t("incomingMessage.add.done", { number }));
      onDone();
    },
  });
  const finish = (body: { caseNumber: number }) =>
    add.mutate({ params: { messageId: message.id }, ifMatch: message.version, body });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={finish}>
      <Form.Item
        name="caseNumber"
        label={t("incomingMessage.add.number")}
        rules={[{ required: true, message: t("incomingMessage.add.number") }]}
      >
        <InputNumber min={1} precision={0} prefix="#" />
      </Form.Item>
      <FormProblem error={add.error} />
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {t("incomingMessage.add.act")}
      </Button>
    </Form>
  );
};

const SetAside = ({ message, onDone }: Sorting) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const put = useAct(incomingMessages.setAside, {
    refresh,
    onSuccess: () => {
      notice.done(t("incomingMessage.aside.done"));
      onDone();
    },
  });
  const finish = (body: { note: string }) =>
    put.mutate({ params: { messageId: message.id }, ifMatch: message.version, body });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={finish}>
      <Form.Item
        name="note"
        label={t("incomingMessage.aside.note")}
        rules={[
          { required: true, whitespace: true, message: t("incomingMessage.aside.noteNeeded") },
        ]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <FormProblem error={put.error} />
      <Button htmlType="submit" loading={put.isPending}>
        {t("incomingMessage.aside.act")}
      </Button>
    </Form>
  );
};
