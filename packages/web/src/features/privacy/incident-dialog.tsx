import { type IncidentView, incidents } from "@mainstay/contract/incident";
import { type FactKind, factKinds } from "@mainstay/domain/fact/fact-kind";
import { DatePicker, Form, Input, InputNumber, Modal, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import type { AnyEndpoint } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./privacy.module.css";

interface IncidentForm {
  title: string;
  discoveredAt?: Dayjs;
  happenedAt?: Dayjs | null;
  kinds: FactKind[];
  personsAffected?: number | null;
  cause: string;
  harm: string;
  measures: string;
  contact: string;
  noNoticeBecause?: string;
}

const words = ["cause", "harm", "measures"] as const;

/** Reports an incident with what is known, or adds what was found out. */
export const IncidentDialog = ({
  incident,
  refresh,
  onClose,
}: {
  incident: IncidentView | null;
  refresh: readonly AnyEndpoint[];
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [key] = useState(() => crypto.randomUUID());
  const [form] = Form.useForm<IncidentForm>();
  const after = (done: string) => ({
    refresh,
    onSuccess: () => {
      onClose();
      notice.done(done);
    },
  });
  const record = useAct(incidents.record, after(t("privacy.incident.added")));
  const edit = useAct(incidents.edit, after(t("privacy.incident.saved")));
  const save = ({
    discoveredAt,
    happenedAt,
    noNoticeBecause,
    personsAffected,
    ...said
  }: IncidentForm) => {
    const body = {
      ...said,
      happenedAt: happenedAt?.toISOString() ?? null,
      personsAffected: personsAffected ?? null,
    };
    if (incident)
      edit.mutate({
        params: { incidentId: incident.id },
        ifMatch: incident.version,
        body: { ...body, noNoticeBecause: noNoticeBecause?.trim() || null },
      });
    else
      record.mutate({
        body: { ...body, discoveredAt: (discoveredAt ?? dayjs()).toISOString() },
        idempotencyKey: key,
      });
  };
  const required = [{ required: true, message: t("privacy.incident.required") }];
  const initial = incident
    ? {
        ...incident,
        discoveredAt: dayjs(incident.discoveredAt),
        happenedAt: incident.happenedAt ? dayjs(incident.happenedAt) : null,
        noNoticeBecause: incident.noNoticeBecause ?? "",
      }
    : { discoveredAt: dayjs(), kinds: [] };
  return (
    <Modal
      open
      title={incident ? t("privacy.incident.edit") : t("privacy.incident.add")}
      okText={t("app.save")}
      okButtonProps={{ loading: record.isPending || edit.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={560}
    >
      <Form<IncidentForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={save}
        initialValues={initial}
      >
        <Form.Item name="title" label={t("privacy.incident.titleField")} rules={required}>
          <Input maxLength={200} placeholder={t("privacy.incident.titleHint")} />
        </Form.Item>
        <div className={styles["grid"]}>
          <Form.Item
            name="discoveredAt"
            label={t("privacy.incident.discoveredAt")}
            rules={required}
          >
            <DatePicker
              showTime={{ format: "HH:mm" }}
              maxDate={dayjs()}
              disabled={incident !== null}
              style={{ width: "100%" }}
            />
          </Form.Item>
          <Form.Item name="happenedAt" label={t("privacy.incident.happenedAt")}>
            <DatePicker
              showTime={{ format: "HH:mm" }}
              maxDate={dayjs()}
              style={{ width: "100%" }}
            />
          </Form.Item>
          <Form.Item name="personsAffected" label={t("privacy.incident.personsAffected")}>
            <InputNumber min={0} precision={0} style={{ width: "100%" }} />
          </Form.Item>
          <Form.Item name="contact" label={t("privacy.incident.contact")}>
            <Input maxLength={500} />
          </Form.Item>
        </div>
        <Form.Item name="kinds" label={t("privacy.incident.kinds")}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={factKinds.map((one) => ({ value: one, label: t(`glossary.factKind.${one}`) }))}
          />
        </Form.Item>
        {words.map((part) => (
          <Form.Item key={part} name={part} label={t(`privacy.incident.${part}`)}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={4000} />
          </Form.Item>
        ))}
        {incident && (
          <Form.Item
            name="noNoticeBecause"
            label={t("privacy.incident.noNoticeBecause")}
            extra={t("privacy.incident.noNoticeHint")}
          >
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
      <FormProblem error={record.error ?? edit.error} />
    </Modal>
  );
};
