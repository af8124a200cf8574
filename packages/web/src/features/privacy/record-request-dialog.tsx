import { subjectRequests } from "@mainstay/contract/subject-request";
import type { BodyOf } from "@mainstay/contract/endpoint/endpoint";
import {
  requestChannels,
  subjectRequestKinds,
} from "@mainstay/domain/privacy/subject-request-kind";
import { Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { PersonSelect } from "../../components/person-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { staleAfterRequest } from "./stale-after-privacy.ts";

type Draft = BodyOf<typeof subjectRequests.record>;

/** Writes down that somebody asked; the due day is counted by the workspace's calendar. */
export const RecordRequestDialog = ({
  personId,
  onClose,
}: {
  personId?: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { today } = useSession().workspace;
  const [key] = useState(() => crypto.randomUUID());
  const [form] = Form.useForm<Draft>();
  const record = useAct(subjectRequests.record, {
    refresh: staleAfterRequest,
    onSuccess: ({ dueOn }) => {
      onClose();
      notice.done(t("privacy.request.added", { on: dueOn }));
    },
  });
  const save = ({ personId: about, words, ...draft }: Draft) =>
    record.mutate({
      body: { ...draft, ...(about ? { personId: about } : {}), ...(words ? { words } : {}) },
      idempotencyKey: key,
    });
  const required = [{ required: true, message: t("privacy.request.required") }];
  return (
    <Modal
      open
      title={t("privacy.request.add")}
      okText={t("app.save")}
      okButtonProps={{ loading: record.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={save}
        initialValues={{
          receivedOn: today,
          receivedVia: "phone",
          ...(personId !== undefined && { personId }),
        }}
      >
        <Form.Item name="kind" label={t("privacy.request.kind")} rules={required}>
          <Select
            options={subjectRequestKinds.map((one) => ({
              value: one,
              label: t(`glossary.subjectRequestKind.${one}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="requester" label={t("privacy.request.requester")} rules={required}>
          <Input maxLength={200} placeholder={t("privacy.request.requesterHint")} />
        </Form.Item>
        <Form.Item name="personId" label={t("privacy.request.person")}>
          <PersonSelect placeholder={t("privacy.request.personHint")} />
        </Form.Item>
        <Form.Item name="receivedOn" label={t("privacy.request.receivedOn")} rules={required}>
          <DayField latest={today} />
        </Form.Item>
        <Form.Item name="receivedVia" label={t("privacy.request.receivedVia")}>
          <Select
            options={requestChannels.map((one) => ({
              value: one,
              label: t(`glossary.requestChannel.${one}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="words" label={t("privacy.request.words")}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
      </Form>
      <FormProblem error={record.error} />
    </Modal>
  );
};
