import { type NeedView, needs } from "@mainstay/contract/need";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { staleAfterNeed } from "./stale-after-need.ts";

/** Says openly that we cannot or should not: why, and when the customer was told. */
export const DeclineNeedDialog = ({ need, onClose }: { need: NeedView; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { today } = useSession().workspace;
  const because = useUnsavedText(`need-decline:${need.id}`);
  const [toldOn, setTold] = useState<string | null>(null);
  const decline = useAct(needs.decline, {
    refresh: staleAfterNeed,
    onSuccess: () => {
      because.done();
      onClose();
      notice.done(t("need.decline.done"));
    },
  });
  return (
    <Modal
      open
      title={t("need.decline.title")}
      okText={t("need.decline.ok")}
      okButtonProps={{ disabled: because.text.trim() === "", loading: decline.isPending }}
      onOk={() =>
        decline.mutate({
          params: { needId: need.id },
          ifMatch: need.version,
          body: { because: because.text.trim(), toldOn },
        })
      }
      onCancel={onClose}
      width={460}
    >
      <p className="muted">{t("need.decline.why")}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t("need.decline.because")} htmlFor="need-because">
          <Input.TextArea
            id="need-because"
            autoFocus
            rows={3}
            maxLength={1000}
            value={because.text}
            onChange={(event) => because.setText(event.target.value)}
          />
        </Form.Item>
        <Form.Item
          label={t("need.decline.toldOn")}
          htmlFor="need-told"
          extra={t("need.decline.toldHint")}
        >
          <DayField id="need-told" value={toldOn} onChange={setTold} latest={today} />
        </Form.Item>
      </Form>
      <FormProblem error={decline.error} />
    </Modal>
  );
};
