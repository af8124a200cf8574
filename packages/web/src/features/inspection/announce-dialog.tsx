import { departments } from "@mainstay/contract/department";
import { inspections } from "@mainstay/contract/inspection";
import { sampleAtMost } from "@mainstay/domain/inspection/inspection-draw";
import {
  type InspectionPopulation,
  inspectionPopulations,
} from "@mainstay/domain/inspection/inspection-kind";
import { useNavigate } from "@tanstack/react-router";
import { Checkbox, Form, InputNumber, Modal, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { quarterOf } from "../case-closing/quarter-of.ts";

/** What an inspection draws from and how many; how many there are is seen before it is announced. */
export const AnnounceDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { today } = useSession().workspace;
  const [population, setPopulation] = useState<InspectionPopulation>("solved_case");
  const [from, setFrom] = useState<string>(quarterOf(today));
  const [to, setTo] = useState<string>(today);
  const [departmentId, setDepartment] = useState<string | null>(null);
  const [sampleSize, setSample] = useState(10);
  const [isStratified, setStratified] = useState(true);
  const known = useAnswer(departments.list, {});
  const drawnFrom = { population, from, to, ...(departmentId !== null && { departmentId }) };
  const preview = useAnswer(inspections.preview, { query: drawnFrom });
  const size = preview.data?.size ?? 0;
  const announce = useAct(inspections.announce, {
    refresh: [inspections.list],
    onSuccess: (made) => {
      onClose();
      void navigate({
        to: "/voice/inspections/$inspectionId",
        params: { inspectionId: made.id },
      });
    },
  });
  return (
    <Modal
      open
      title={t("inspection.dialog.title")}
      okText={t("inspection.dialog.ok")}
      okButtonProps={{ disabled: size === 0, loading: announce.isPending }}
      onOk={() => announce.mutate({ body: { ...drawnFrom, sampleSize, isStratified } })}
      onCancel={onClose}
      width={480}
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t("inspection.dialog.population")}>
          <Radio.Group
            aria-label={t("inspection.dialog.population")}
            value={population}
            onChange={(event) => setPopulation(event.target.value as InspectionPopulation)}
            options={inspectionPopulations.map((value) => ({
              value,
              label: t(`inspection.population.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t("inspection.dialog.from")} htmlFor="inspection-from">
          <DayField id="inspection-from" value={from} onChange={(day) => setFrom(day ?? from)} />
        </Form.Item>
        <Form.Item label={t("inspection.dialog.to")} htmlFor="inspection-to">
          <DayField id="inspection-to" value={to} onChange={(day) => setTo(day ?? to)} />
        </Form.Item>
        <Form.Item label={t("inspection.dialog.department")} htmlFor="inspection-department">
          <Select
            id="inspection-department"
            allowClear
            placeholder={t("inspection.dialog.allDepartments")}
            value={departmentId}
            onChange={(id: string | undefined) => setDepartment(id ?? null)}
            options={(known.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item label={t("inspection.dialog.sample")} htmlFor="inspection-sample">
          <InputNumber
            id="inspection-sample"
            min={1}
            max={sampleAtMost}
            precision={0}
            value={sampleSize}
            onChange={(value) => setSample(value ?? 1)}
          />
        </Form.Item>
        <Checkbox checked={isStratified} onChange={(event) => setStratified(event.target.checked)}>
          {t("inspection.dialog.stratified")}
        </Checkbox>
      </Form>
      <p role="status">
        {preview.data &&
          (size === 0
            ? t("inspection.dialog.countNone")
            : t("inspection.dialog.count", { count: size }))}
      </p>
      <p className="muted">{t("inspection.dialog.note")}</p>
      <FormProblem error={announce.error ?? preview.error} />
    </Modal>
  );
};
