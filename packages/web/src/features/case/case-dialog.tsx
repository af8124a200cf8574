import type { CaseView } from "@mainstay/contract/case";
import { caseCauses, caseChannels, caseLevels } from "@mainstay/domain/case/case-kind";
import { Form, Input, Modal, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { ContactSelect } from "../handover/contact-select.tsx";
import { type CaseDialogName, type CaseDraft, emptyDraft, sentBy } from "./case-dialog-fields.ts";
import { CaseSelect } from "./case-select.tsx";
import { NextStep } from "./escalation-ladder.tsx";
import { InstantField } from "./instant-field.tsx";
import { useCaseAct } from "./use-case-act.ts";

const hints = {
  solve: "solutionHint",
  pause: "pauseHint",
  askPause: "askPauseHint",
  transfer: "toHint",
  assign: "assignHint",
  decline: null,
  level: "levelHint",
  escalate: "escalateHint",
  duplicate: "duplicateHint",
} as const;

/** The dialogs of one case: solve, pause with the customer's agreement or ask for it, pass on, assign, decline, level, escalate, duplicate. */
export const CaseDialog = ({
  dialog,
  view,
  onClose,
}: {
  dialog: CaseDialogName;
  view: CaseView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const act = useCaseAct(view);
  const kept = useUnsavedText(`case-${dialog}:${view.id}`);
  const [draft, setDraft] = useState(() => emptyDraft(view, new Date().toISOString()));
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const set = (part: Partial<CaseDraft>) => setDraft((before) => ({ ...before, ...part }));
  const { endpoint, body } = sentBy(dialog, { ...draft, words: kept.text });
  const title = t(`case.act.${dialog}`);
  const hint = hints[dialog];
  const save = async () => {
    setSending(true);
    setError(null);
    try {
      const isDone = await act.run(endpoint, { words: title, body });
      // What was typed stays when a colleague's version was let stand.
      if (isDone) {
        kept.done();
        notice.done(t("case.act.done"));
      }
      onClose();
    } catch (problem) {
      setError(problem);
    } finally {
      setSending(false);
    }
  };
  const words = (label: string, rows: number) => (
    <Form.Item label={label} htmlFor="case-said">
      <Input.TextArea
        id="case-said"
        rows={rows}
        maxLength={dialog === "solve" ? 5000 : 500}
        value={kept.text}
        onChange={(event) => kept.setText(event.target.value)}
      />
    </Form.Item>
  );
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ disabled: body === null, loading: isSending }}
      onOk={() => void save()}
      onCancel={onClose}
      width={480}
    >
      {hint !== null && (
        <p className="muted" style={{ marginBottom: 12 }}>
          {t(`case.dialog.${hint}`)}
        </p>
      )}
      {dialog === "escalate" && <NextStep view={view} />}
      <Form layout="vertical" component="div">
        {(dialog === "transfer" || dialog === "assign") && (
          <Form.Item
            label={t(dialog === "assign" ? "case.dialog.assignTo" : "case.dialog.to")}
            htmlFor="case-to"
          >
            <UserSelect
              id="case-to"
              nobody={t("case.dialog.toChoose")}
              value={draft.userId}
              onChange={(userId) => set({ userId })}
            />
          </Form.Item>
        )}
        {dialog === "level" && (
          <Form.Item label={t("case.dialog.level")}>
            <Segmented
              aria-label={t("case.dialog.level")}
              value={draft.level}
              onChange={(level) => set({ level })}
              options={caseLevels.map((value) => ({ value, label: t(`case.level.${value}`) }))}
            />
          </Form.Item>
        )}
        {dialog === "duplicate" && (
          <Form.Item label={t("case.dialog.duplicateOf")} htmlFor="case-of">
            <CaseSelect
              id="case-of"
              accountId={view.account.id}
              notCaseId={view.id}
              value={draft.ofCaseId}
              onChange={(ofCaseId) => set({ ofCaseId })}
            />
          </Form.Item>
        )}
        {dialog === "solve" && words(t("case.dialog.solution"), 4)}
        {dialog === "solve" && (
          <Form.Item label={t("case.dialog.cause")} htmlFor="case-cause">
            <Select
              id="case-cause"
              placeholder={t("case.dialog.causeChoose")}
              value={draft.cause}
              onChange={(cause) => set({ cause })}
              options={caseCauses.map((value) => ({ value, label: t(`case.cause.${value}`) }))}
            />
          </Form.Item>
        )}
        {(dialog === "pause" || dialog === "askPause") && (
          <Form.Item label={t("case.dialog.until")} htmlFor="case-until">
            <InstantField
              id="case-until"
              value={draft.until}
              onChange={(until) => set({ until })}
            />
          </Form.Item>
        )}
        {dialog === "pause" && (
          <>
            <Form.Item label={t("case.dialog.agreedBy")} htmlFor="case-agreed">
              <ContactSelect
                id="case-agreed"
                accountId={view.account.id}
                value={draft.agreedByPersonId}
                onChange={(agreedByPersonId) => set({ agreedByPersonId })}
              />
              {draft.agreedByPersonId === null && (
                <Input
                  aria-label={t("case.dialog.agreedName")}
                  placeholder={t("case.dialog.agreedName")}
                  maxLength={100}
                  value={draft.agreedByName}
                  onChange={(event) => set({ agreedByName: event.target.value })}
                  style={{ marginTop: 6 }}
                />
              )}
            </Form.Item>
            <Form.Item label={t("case.dialog.agreedVia")} htmlFor="case-via">
              <Select
                id="case-via"
                value={draft.agreedVia}
                onChange={(agreedVia) => set({ agreedVia })}
                options={caseChannels
                  .filter((one) => !["import", "survey", "inspection", "public_page"].includes(one))
                  .map((value) => ({ value, label: t(`case.channel.${value}`) }))}
              />
            </Form.Item>
            <Form.Item label={t("case.dialog.agreedAt")} htmlFor="case-agreed-at">
              <InstantField
                id="case-agreed-at"
                value={draft.agreedAt}
                onChange={(agreedAt) => set({ agreedAt })}
              />
            </Form.Item>
          </>
        )}
        {dialog === "askPause" && words(t("case.dialog.askPauseWords"), 3)}
        {dialog !== "solve" &&
          dialog !== "duplicate" &&
          dialog !== "askPause" &&
          words(t("case.dialog.reason"), 2)}
      </Form>
      <FormProblem error={error} />
    </Modal>
  );
};
