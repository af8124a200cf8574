import { rescues } from "@mainstay/contract/rescue";
import { signalRules } from "@mainstay/contract/signal-rule";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { needsApproval } from "@mainstay/domain/rescue/rescue-policy";
import { type RescueOfferKind, rescueOfferKinds } from "@mainstay/domain/rescue/rescue-kind";
import { Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { MoneyField } from "../../components/money-field.tsx";
import { useMoneyText } from "../../components/money.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { rescueStale } from "./rescue-acts.ts";

/** Plans something to offer; says beforehand whether it will need a second person's word. */
export const OfferDialog = ({ rescueId, onClose }: { rescueId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { workspace } = useSession();
  const moneyText = useMoneyText();
  const rules = useAnswer(signalRules.get, {});
  const [key] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<RescueOfferKind>("upgrade");
  const [terms, setTerms] = useState("");
  const [costMinor, setCost] = useState<number | null>(0);
  const [dueOn, setDueOn] = useState<IsoDay | null>(null);
  const [ownerUserId, setOwner] = useState<string | null>(null);
  const from = rules.data?.rules.rescue.approvalFromMinor;
  const waits = from !== undefined && needsApproval(costMinor ?? 0, from);
  const plan = useAct(rescues.offer, {
    refresh: rescueStale,
    onSuccess: () => {
      onClose();
      notice.done(t(waits ? "rescue.asked" : "rescue.planned"));
    },
  });
  return (
    <Modal
      open
      title={t("rescue.offerTitle")}
      okText={t("rescue.offer")}
      okButtonProps={{
        disabled: terms.trim() === "" || costMinor === null,
        loading: plan.isPending,
      }}
      onOk={() =>
        plan.mutate({
          params: { rescueId },
          body: {
            kind,
            terms: terms.trim(),
            costMinor: costMinor ?? 0,
            ...(kind === "executive_visit" && dueOn !== null && { visit: { dueOn, ownerUserId } }),
          },
          idempotencyKey: key,
        })
      }
      onCancel={onClose}
      width={460}
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t("rescue.kind")} htmlFor="offer-kind">
          <Select
            id="offer-kind"
            value={kind}
            onChange={setKind}
            options={rescueOfferKinds.map((value) => ({
              value,
              label: t(`rescue.offerKind.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item label={t("rescue.terms")} htmlFor="offer-terms">
          <Input.TextArea
            id="offer-terms"
            rows={3}
            maxLength={2000}
            placeholder={t("rescue.termsHint")}
            value={terms}
            onChange={(event) => setTerms(event.target.value)}
          />
        </Form.Item>
        <Form.Item
          label={t("rescue.costOf")}
          htmlFor="offer-cost"
          extra={
            from !== undefined &&
            t(waits ? "rescue.needsApproval" : "rescue.freeToMake", {
              from: moneyText(from, workspace.baseCurrency),
            })
          }
        >
          <MoneyField
            id="offer-cost"
            currency={workspace.baseCurrency}
            minor={costMinor}
            onChange={setCost}
          />
        </Form.Item>
        {kind === "executive_visit" && (
          <>
            <Form.Item label={t("rescue.visitOn")} htmlFor="offer-visit">
              <DayField id="offer-visit" value={dueOn} onChange={setDueOn} />
            </Form.Item>
            <Form.Item label={t("rescue.visitBy")} htmlFor="offer-visitor">
              <UserSelect id="offer-visitor" value={ownerUserId} onChange={setOwner} />
            </Form.Item>
          </>
        )}
      </Form>
      <FormProblem error={plan.error} />
    </Modal>
  );
};
