import { type IncomingMessageView, incomingMessages } from "@mainstay/contract/incoming-message";
import { people } from "@mainstay/contract/person";
import {
  type CaseKind,
  caseKinds,
  type CaseLevel,
  caseLevels,
} from "@mainstay/domain/case/case-kind";
import { bareSubject } from "@mainstay/domain/incoming-message/case-token";
import { guessKind } from "@mainstay/domain/incoming-message/guess-kind";
import { Button, Form, Input, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";

interface Words {
  accountId: string;
  personId: string;
  personName?: string;
  kind: CaseKind;
  level: CaseLevel;
  title: string;
}
const nobody = "nobody";
const newPerson = "new";

/** Choose customer and person, or make the person; kind and title are guessed and may be corrected. */
export const OpenCaseForm = ({
  message,
  onDone,
  refresh,
}: {
  message: IncomingMessageView;
  onDone: () => void;
  refresh: NonNullable<Parameters<typeof useAct>[1]>["refresh"];
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<Words>();
  const [first] = message.candidates;
  const accountId = Form.useWatch("accountId", form) ?? first?.account.id ?? null;
  const personId = Form.useWatch("personId", form);
  const open = useAct(incomingMessages.openCase, {
    ...(refresh && { refresh }),
    onSuccess: ({ number }) => {
      notice.done(t("incomingMessage.sort.done", { number }));
      onDone();
    },
  });
  const finish = ({ personId: chosen, personName, ...words }: Words) =>
    open.mutate({
      params: { messageId: message.id },
      ifMatch: message.version,
      body: {
        ...words,
        personId: chosen === nobody || chosen === newPerson ? null : chosen,
        newPerson: chosen === newPerson ? { name: personName ?? "" } : null,
      },
    });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={finish}
      initialValues={{
        accountId: first?.account.id,
        personId: first?.person.id ?? (message.fromAddress === "" ? nobody : newPerson),
        personName: message.fromName,
        kind: message.kind ?? guessKind(message.subject, message.words),
        level: message.level ?? "general",
        title: bareSubject(message.subject).slice(0, 200),
      }}
    >
      <Form.Item
        name="accountId"
        label={t("incomingMessage.sort.account")}
        rules={[{ required: true, message: t("incomingMessage.sort.accountNeeded") }]}
        {...(first && {
          extra: `${t("incomingMessage.candidates")} ${message.candidates.map(({ account, person }) => `${account.name} · ${person.name}`).join("；")}`,
        })}
      >
        <AccountSelect />
      </Form.Item>
      <Form.Item name="personId" label={t("incomingMessage.sort.person")}>
        <PersonChoice accountId={accountId} />
      </Form.Item>
      {personId === newPerson && (
        <Form.Item
          name="personName"
          label={t("incomingMessage.sort.personName")}
          rules={[
            {
              required: true,
              whitespace: true,
              message: t("incomingMessage.sort.personNameNeeded"),
            },
          ]}
        >
          <Input maxLength={100} />
        </Form.Item>
      )}
      <Form.Item name="kind" label={t("incomingMessage.sort.kind")}>
        <Segmented
          options={caseKinds.map((value) => ({ value, label: t(`case.kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="level" label={t("incomingMessage.sort.level")}>
        <Segmented
          options={caseLevels.map((value) => ({ value, label: t(`case.level.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="title"
        label={t("incomingMessage.sort.caseTitle")}
        rules={[
          { required: true, whitespace: true, message: t("incomingMessage.sort.caseTitleNeeded") },
        ]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <FormProblem error={open.error} />
      <Button type="primary" htmlType="submit" loading={open.isPending}>
        {t("incomingMessage.sort.act")}
      </Button>
    </Form>
  );
};

const PersonChoice = ({
  accountId,
  id,
  value,
  onChange,
}: {
  accountId: string | null;
  id?: string;
  value?: string;
  onChange?: (personId: string) => void;
}) => {
  const { t } = useTranslation();
  const found = useAnswer(
    people.list,
    { params: { accountId: accountId ?? "" } },
    { enabled: accountId !== null },
  );
  const there = (found.data?.items ?? []).filter(({ isPlaceholder }) => !isPlaceholder);
  const options = [
    { value: newPerson, label: t("incomingMessage.sort.personNew") },
    { value: nobody, label: t("incomingMessage.sort.personUnknown") },
    ...there.map((one) => ({
      value: one.personId,
      label: [one.name, one.title].filter(Boolean).join(" · "),
    })),
  ];
  const isThere = options.some((one) => one.value === value);
  return (
    <Select
      {...(id !== undefined && { id })}
      value={isThere ? (value ?? nobody) : found.isSuccess ? nobody : null}
      {...(onChange && { onChange })}
      options={options}
    />
  );
};
