import { type RescueView, rescues } from "@mainstay/contract/rescue";
import { avoidedLossMinor } from "@mainstay/domain/rescue/avoided-loss";
import { type RescueOutcome, rescueOutcomes } from "@mainstay/domain/rescue/rescue-kind";
import { Form, Input, InputNumber, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useMoneyText } from "../../components/money.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { rescueStale } from "./rescue-acts.ts";

const shareOf = (outcome: RescueOutcome, partly: number) =>
  outcome === "saved" ? 1 : outcome === "lost" ? 0 : partly / 100;

/** Ends a rescue: its outcome, the share kept, and the avoided loss as it will be kept. */
export const CloseRescueDialog = ({
  rescue,
  onClose,
}: {
  rescue: RescueView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { workspace } = useSession();
  const moneyText = useMoneyText();
  const [outcome, setOutcome] = useState<RescueOutcome>("saved");
  const [partly, setPartly] = useState(50);
  const note = useUnsavedText(`rescue-close:${rescue.id}`);
  const isOpen = rescue.offers.some(({ status }) => status === "waiting" || status === "made");
  const shareKept = shareOf(outcome, partly);
  const costMinor = rescue.offers
    .filter(({ status }) => status === "accepted")
    .reduce((sum, offer) => sum + offer.costMinor, 0);
  const avoided = avoidedLossMinor({ stakeMinor: rescue.stakeMinor, shareKept, costMinor });
  const money = moneyText(avoided, workspace.baseCurrency);
  const close = useAct(rescues.close, {
    refresh: rescueStale,
    onSuccess: () => {
      note.done();
      onClose();
      notice.done(t("rescue.closed", { outcome: t(`rescue.status.${outcome}`), money }));
    },
  });
  return (
    <Modal
      open
      title={t("rescue.closeTitle")}
      okText={t("rescue.closeOk")}
      okButtonProps={{ disabled: isOpen, loading: close.isPending }}
      onOk={() =>
        close.mutate({
          params: { rescueId: rescue.id },
          ifMatch: rescue.version,
          body: {
            outcome,
            shareKept,
            ...(note.text.trim() !== "" && { note: note.text.trim() }),
          },
        })
      }
      onCancel={onClose}
      width={460}
    >
      {isOpen && <p role="alert">{t("rescue.openOffers")}</p>}
      <Form layout="vertical" requiredMark={false}>
        <Form.Item>
          <Radio.Group
            aria-label={t("rescue.closeTitle")}
            value={outcome}
            onChange={(event) => setOutcome(event.target.value as RescueOutcome)}
            options={rescueOutcomes.map((value) => ({ value, label: t(`rescue.status.${value}`) }))}
          />
        </Form.Item>
        {outcome === "partly" && (
          <Form.Item label={t("rescue.share")} htmlFor="rescue-share">
            <InputNumber
              id="rescue-share"
              min={1}
              max={99}
              precision={0}
              suffix="%"
              value={partly}
              onChange={(value) => setPartly(value ?? 50)}
            />
          </Form.Item>
        )}
        <p>
          <strong>{t("rescue.preview", { money })}</strong>
          <br />
          <span className="muted">{t("rescue.avoidedFormula")}</span>
        </p>
        <Form.Item label={t("rescue.result")} htmlFor="rescue-result" style={{ marginTop: 12 }}>
          <Input.TextArea
            id="rescue-result"
            rows={3}
            maxLength={2000}
            placeholder={t("rescue.resultHint")}
            value={note.text}
            onChange={(event) => note.setText(event.target.value)}
          />
        </Form.Item>
      </Form>
      {rescue.signal !== null && <p className="muted">{t("rescue.closeSignal")}</p>}
      <FormProblem error={close.error} />
    </Modal>
  );
};
