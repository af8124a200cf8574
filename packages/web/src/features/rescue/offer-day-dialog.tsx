import { type RescueOfferView, rescues } from "@mainstay/contract/rescue";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Form, Input, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { rescueStale } from "./rescue-acts.ts";

/** Notes the day on which an offer was made, or what the customer answered and when. */
export const OfferDayDialog = ({
  offer,
  today,
  onClose,
}: {
  offer: RescueOfferView;
  today: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const isAnswer = offer.can.answer;
  const [day, setDay] = useState<IsoDay | null>(today);
  const [answer, setAnswer] = useState<"accepted" | "declined">("accepted");
  const [note, setNote] = useState("");
  const done = (words: string) => ({
    refresh: rescueStale,
    onSuccess: () => {
      onClose();
      notice.done(words);
    },
  });
  const make = useAct(rescues.makeOffer, done(t("rescue.made")));
  const say = useAct(rescues.answerOffer, done(t("rescue.answered")));
  const params = { offerId: offer.id };
  const finish = () => {
    if (day === null) return;
    if (isAnswer)
      say.mutate({
        params,
        body: { answer, answeredOn: day, ...(note.trim() !== "" && { note: note.trim() }) },
      });
    else make.mutate({ params, body: { madeOn: day } });
  };
  return (
    <Modal
      open
      title={`${t(isAnswer ? "rescue.answer" : "rescue.make")} · ${t(`rescue.offerKind.${offer.kind}`)}`}
      okText={t("app.save")}
      okButtonProps={{ disabled: day === null, loading: make.isPending || say.isPending }}
      onOk={finish}
      onCancel={onClose}
      width={400}
    >
      <Form layout="vertical" requiredMark={false}>
        {isAnswer && (
          <Form.Item>
            <Radio.Group
              aria-label={t("rescue.answer")}
              value={answer}
              onChange={(event) => setAnswer(event.target.value as "accepted" | "declined")}
              options={(["accepted", "declined"] as const).map((value) => ({
                value,
                label: t(`rescue.${value}`),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item label={t(isAnswer ? "rescue.answeredOn" : "rescue.madeOn")} htmlFor="offer-day">
          <DayField id="offer-day" value={day} onChange={setDay} latest={today} />
        </Form.Item>
        {isAnswer && (
          <Form.Item label={t("rescue.result")} htmlFor="offer-note">
            <Input.TextArea
              id="offer-note"
              rows={2}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </Form.Item>
        )}
      </Form>
      <FormProblem error={make.error ?? say.error} />
    </Modal>
  );
};
