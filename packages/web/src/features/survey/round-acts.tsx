import { surveys } from "@mainstay/contract/survey";
import { type RoundView, surveyRounds } from "@mainstay/contract/survey-round";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { InviteDialog } from "./invite-dialog.tsx";
import { LinkDialog, type MadeLink } from "./link-dialog.tsx";

/** What can be done with a round: remind, ask one more, hand out a QR code, close, take the list along. */
export const RoundActs = ({ round }: { round: RoundView }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [isInviting, setInviting] = useState(false);
  const [link, setLink] = useState<MadeLink | null>(null);
  const params = { roundId: round.id };
  const refresh = [surveyRounds.get, surveyRounds.invitations, surveys.list, surveys.get];
  const remind = useAct(surveyRounds.remind, {
    refresh,
    onSuccess: ({ reminded }) =>
      notice.done(
        reminded > 0
          ? t("survey.round.reminded", { count: reminded })
          : t("survey.round.remindedNone"),
      ),
    onError: notice.refused,
  });
  const close = useAct(surveyRounds.close, {
    refresh,
    onSuccess: () => notice.done(t("survey.round.closed")),
    onError: notice.refused,
  });
  const walkIn = useAct(surveyRounds.makeWalkInLink, {
    onSuccess: setLink,
    onError: notice.refused,
  });
  return (
    <>
      {round.can.remind && round.hasMail && round.asked > round.answered && (
        <Button type="primary" loading={remind.isPending} onClick={() => remind.mutate({ params })}>
          {t("survey.round.remind")}
        </Button>
      )}
      {round.can.invite && (
        <Button onClick={() => setInviting(true)}>{t("survey.round.invite")}</Button>
      )}
      {round.can.makeWalkInLink && (
        <Button loading={walkIn.isPending} onClick={() => walkIn.mutate({ params })}>
          {t("survey.round.walkInLink")}
        </Button>
      )}
      {round.can.export && (
        <Button href={addressOf(surveyRounds.export, params)} download>
          {t("survey.round.export")}
        </Button>
      )}
      {round.can.close && (
        <Popconfirm title={t("survey.round.closeAsk")} onConfirm={() => close.mutate({ params })}>
          <Button loading={close.isPending}>{t("survey.round.close")}</Button>
        </Popconfirm>
      )}
      {isInviting && <InviteDialog roundId={round.id} onClose={() => setInviting(false)} />}
      {link && (
        <LinkDialog
          title={t("survey.round.walkInTitle")}
          words={t("survey.round.walkInWords")}
          link={link}
          closesOn={round.closesOn}
          onClose={() => setLink(null)}
        />
      )}
    </>
  );
};
