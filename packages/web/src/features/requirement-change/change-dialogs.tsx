import { type ChangeDetail, requirementChanges } from "@mainstay/contract/requirement-change";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { ContactSelect } from "../handover/contact-select.tsx";
import { PaperField } from "./paper-field.tsx";
import { staleAfterChange } from "./stale-after-change.ts";

export type ChangeDialog = "confirmTheirs" | "start" | "decline" | "withdraw";

/** The dialogs of one requirement change: their signature, when work began, its end without confirmation. */
export const ChangeDialogs = ({
  dialog,
  change,
  onClose,
}: {
  dialog: ChangeDialog;
  change: ChangeDetail;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { today } = useSession().workspace;
  const [day, setDay] = useState<string | null>(
    dialog === "start" ? (change.workStartedOn ?? today) : today,
  );
  const [personId, setPerson] = useState<string | null>(null);
  const [fileId, setFile] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const done = (words: string) => ({
    refresh: staleAfterChange,
    onSuccess: () => {
      onClose();
      notice.done(words);
    },
  });
  const sign = useAct(requirementChanges.confirmTheirs, done(t("requirementChange.act.confirmed")));
  const start = useAct(requirementChanges.markStarted, done(t("requirementChange.act.startNoted")));
  const decline = useAct(requirementChanges.decline, done(t("requirementChange.act.closed")));
  const withdraw = useAct(requirementChanges.withdraw, done(t("requirementChange.act.closed")));
  const to = { params: { changeId: change.id }, ifMatch: change.version };
  const said = reason.trim();
  const forms = {
    confirmTheirs: {
      title: t("requirementChange.act.confirmTheirs"),
      isReady: personId !== null && fileId !== null && day !== null,
      act: sign,
      save: () =>
        sign.mutate({
          ...to,
          body: {
            number: change.newest.number,
            personId: personId ?? "",
            signedOn: day ?? today,
            paperFileId: fileId ?? "",
          },
        }),
    },
    start: {
      title: t("requirementChange.act.start"),
      isReady: true,
      act: start,
      save: () => start.mutate({ ...to, body: { startedOn: day } }),
    },
    decline: {
      title: t("requirementChange.act.decline"),
      isReady: said !== "",
      act: decline,
      save: () => decline.mutate({ ...to, body: { reason: said } }),
    },
    withdraw: {
      title: t("requirementChange.act.withdraw"),
      isReady: said !== "",
      act: withdraw,
      save: () => withdraw.mutate({ ...to, body: { reason: said } }),
    },
  } as const;
  const { title, isReady, act, save } = forms[dialog];
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ disabled: !isReady, loading: act.isPending }}
      onOk={save}
      onCancel={onClose}
      width={460}
    >
      <Form layout="vertical" component="div">
        {dialog === "confirmTheirs" && (
          <>
            <Form.Item label={t("requirementChange.act.signer")}>
              <ContactSelect accountId={change.account.id} value={personId} onChange={setPerson} />
            </Form.Item>
            <Form.Item label={t("requirementChange.act.signedOn")}>
              <DayField value={day} onChange={setDay} latest={today} />
            </Form.Item>
            <PaperField onStored={setFile} />
          </>
        )}
        {dialog === "start" && (
          <Form.Item
            label={t("requirementChange.act.startedOn")}
            extra={day === null ? t("requirementChange.act.notStarted") : undefined}
          >
            <DayField value={day} onChange={setDay} latest={today} />
          </Form.Item>
        )}
        {(dialog === "decline" || dialog === "withdraw") && (
          <Form.Item label={t("requirementChange.act.reason")} htmlFor="change-reason">
            <Input.TextArea
              id="change-reason"
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        )}
      </Form>
      <FormProblem error={act.error} />
    </Modal>
  );
};
