import { obligations, type ObligationView } from "@mainstay/contract/obligation";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { useObligationWords } from "./obligation-words.ts";
import { staleAfterObligation } from "./stale-after-obligation.ts";

/** Confirm by one's word what no contact can prove: when, and what was done. */
export const DoneDialog = ({
  obligation,
  today,
  onClose,
}: {
  obligation: ObligationView;
  today: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const words = useObligationWords();
  const [form] = Form.useForm<{ fulfilledOn: IsoDay }>();
  const note = useUnsavedText(`obligation:${obligation.id}`);
  const fulfil = useAct(obligations.fulfil, {
    refresh: staleAfterObligation,
    onSuccess: () => {
      note.done();
      onClose();
      notice.done(t("obligation.doneSaved"));
    },
  });
  return (
    <Modal
      open
      title={t("obligation.doneTitle", { what: words.what(obligation) })}
      okText={t("app.save")}
      okButtonProps={{ disabled: note.text.trim() === "", loading: fulfil.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <p className="muted">{t("obligation.doneWhy")}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ fulfilledOn: today }}
        onFinish={({ fulfilledOn }) =>
          fulfil.mutate({
            params: { obligationId: obligation.id },
            body: { fulfilledOn, note: note.text },
            ifMatch: obligation.version,
          })
        }
      >
        <Form.Item name="fulfilledOn" label={t("obligation.doneOn")}>
          <DayField earliest={obligation.periodFrom} latest={today} />
        </Form.Item>
        <Form.Item label={t("obligation.doneNote")} htmlFor="obligation-note">
          <Input.TextArea
            id="obligation-note"
            autoFocus
            rows={3}
            maxLength={2000}
            placeholder={t("obligation.doneNoteHint")}
            value={note.text}
            onChange={(event) => note.setText(event.target.value)}
          />
        </Form.Item>
        {note.wasKept && <p className="muted">{t("app.unsavedKept")}</p>}
        <FormProblem error={fulfil.error} />
      </Form>
    </Modal>
  );
};
