import { workdays } from "@mainstay/contract/workday";
import { Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";
import { useUnsavedText } from "../../../lib/unsaved-text.ts";

/** Read a calendar from pasted lines; all of them or none. */
export const PasteDaysDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { text, setText, done } = useUnsavedText("workdays");
  const read = useAct(workdays.importText, {
    refresh: [workdays.list],
    onSuccess: ({ days }) => {
      done();
      onClose();
      notice.done(t("setting.workdays.pasted", { count: days }));
    },
  });
  return (
    <Modal
      open
      title={t("setting.workdays.paste")}
      okText={t("app.save")}
      okButtonProps={{ disabled: text.trim() === "", loading: read.isPending }}
      onOk={() => read.mutate({ body: { text } })}
      onCancel={onClose}
    >
      <p className="muted">{t("setting.workdays.pasteHint")}</p>
      <Input.TextArea
        autoFocus
        rows={10}
        aria-label={t("setting.workdays.paste")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        style={{ marginBlock: 12 }}
      />
      <FormProblem error={read.error} />
    </Modal>
  );
};
