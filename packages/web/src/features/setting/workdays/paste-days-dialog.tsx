import { workdays } from "@mainstay/contract/workday";
import { Input, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";
import { useUnsavedText } from "../../../lib/unsaved-text.ts";

const importAs = ["days", "official", "preliminary"] as const;
type ImportAs = (typeof importAs)[number];

/** Read a calendar from pasted lines; all of them or none. */
export const PasteDaysDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { text, setText, done } = useUnsavedText("workdays");
  const [as, setAs] = useState<ImportAs>("days");
  const read = useAct(workdays.importText, {
    refresh: [workdays.list],
    onSuccess: ({ days, redated }) => {
      done();
      onClose();
      const pasted = t("setting.workdays.pasted", { count: days });
      notice.done(
        redated > 0 ? `${pasted} · ${t("setting.workdays.redated", { count: redated })}` : pasted,
      );
    },
  });
  return (
    <Modal
      open
      title={t("setting.workdays.paste")}
      okText={t("app.save")}
      okButtonProps={{ disabled: text.trim() === "", loading: read.isPending }}
      onOk={() => read.mutate({ body: { text, as } })}
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
      <Radio.Group
        aria-label={t("setting.workdays.importAsLabel")}
        value={as}
        onChange={(event) => setAs(event.target.value as ImportAs)}
        options={importAs.map((value) => ({
          value,
          label: t(`setting.workdays.importAs.${value}`),
        }))}
      />
      <FormProblem error={read.error} />
    </Modal>
  );
};
