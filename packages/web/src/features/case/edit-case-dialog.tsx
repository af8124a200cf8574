import { type CaseView, cases } from "@mainstay/contract/case";
import { departments } from "@mainstay/contract/department";
import { caseCauses, caseKinds } from "@mainstay/domain/case/case-kind";
import { Form, Input, Modal, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { ContactSelect } from "../handover/contact-select.tsx";
import { ColleaguesSelect } from "./colleagues-select.tsx";
import { useCaseAct } from "./use-case-act.ts";

/** What a case says: its words, who raised it, which department it is about, why it happened, whom it complains about. */
export const EditCaseDialog = ({ view, onClose }: { view: CaseView; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const act = useCaseAct(view);
  const maySeeDepartments = useMay("user.view");
  const found = useAnswer(departments.list, {}, { enabled: maySeeDepartments, staleTime: 300_000 });
  const [draft, setDraft] = useState({
    title: view.title,
    description: view.description,
    kind: view.kind,
    personId: view.person?.id ?? null,
    departmentId: view.department?.id ?? null,
    cause: view.cause,
    complainedUserIds: view.complained.map(({ id }) => id),
  });
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = async () => {
    setSending(true);
    setError(null);
    try {
      const isDone = await act.run(cases.edit, {
        words: `${t("case.act.edit")}: ${draft.title}`,
        body: { ...draft, title: draft.title.trim() },
      });
      onClose();
      if (isDone) notice.done(t("case.act.done"));
    } catch (problem) {
      setError(problem);
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      open
      title={t("case.act.edit")}
      okText={t("case.act.save")}
      okButtonProps={{ disabled: draft.title.trim() === "", loading: isSending }}
      onOk={() => void save()}
      onCancel={onClose}
      width={540}
    >
      <Form layout="vertical" component="div">
        <Form.Item label={t("case.dialog.title")} htmlFor="case-title">
          <Input
            id="case-title"
            maxLength={200}
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t("case.dialog.description")} htmlFor="case-description">
          <Input.TextArea
            id="case-description"
            rows={4}
            maxLength={10_000}
            value={draft.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t("case.open.kind")}>
          <Segmented
            aria-label={t("case.open.kind")}
            value={draft.kind}
            onChange={(kind) => set({ kind })}
            options={caseKinds.map((value) => ({ value, label: t(`case.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t("case.open.person")} htmlFor="case-person">
          <ContactSelect
            id="case-person"
            accountId={view.account.id}
            value={draft.personId}
            onChange={(personId) => set({ personId })}
          />
        </Form.Item>
        {maySeeDepartments && (
          <Form.Item label={t("case.dialog.department")} htmlFor="case-department">
            <Select
              id="case-department"
              allowClear
              value={draft.departmentId}
              onChange={(departmentId) => set({ departmentId: departmentId ?? null })}
              options={(found.data?.items ?? []).map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
            />
          </Form.Item>
        )}
        <Form.Item label={t("case.dialog.cause")} htmlFor="case-why">
          <Select
            id="case-why"
            allowClear
            value={draft.cause}
            onChange={(cause) => set({ cause: cause ?? null })}
            options={caseCauses.map((value) => ({ value, label: t(`case.cause.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t("case.dialog.complained")} htmlFor="case-complained">
          <ColleaguesSelect
            id="case-complained"
            value={draft.complainedUserIds}
            known={view.complained}
            onChange={(complainedUserIds) => set({ complainedUserIds })}
          />
        </Form.Item>
      </Form>
      <FormProblem error={error} />
    </Modal>
  );
};
