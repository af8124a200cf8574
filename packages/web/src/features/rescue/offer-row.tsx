import { type RescueOfferView, rescues } from "@mainstay/contract/rescue";
import type { RescueOfferStatus } from "@mainstay/domain/rescue/rescue-kind";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Money } from "../../components/money.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { rescueStale } from "./rescue-acts.ts";
import styles from "./rescue.module.css";

const toneOf: Record<RescueOfferStatus, "good" | "bad" | "wait" | "plain"> = {
  waiting: "wait",
  refused: "bad",
  ready: "plain",
  made: "wait",
  accepted: "good",
  declined: "bad",
  withdrawn: "plain",
};

/** One offer: what, at what cost, where it stands, and the next step. */
export const OfferRow = ({
  offer,
  currency,
  onNote,
}: {
  offer: RescueOfferView;
  currency: string;
  onNote: (offer: RescueOfferView) => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const withdraw = useAct(rescues.withdrawOffer, {
    refresh: rescueStale,
    onSuccess: () => notice.done(t("rescue.withdrawn")),
    onError: notice.refused,
  });
  return (
    <div className={styles["row"]}>
      <div>
        <strong>{t(`rescue.offerKind.${offer.kind}`)}</strong> {offer.terms}
        <div className={styles["about"]}>
          <span>
            {t("rescue.costOf")} <Money minor={offer.costMinor} currency={currency} />
          </span>
          <span>{t("rescue.by", { name: offer.offeredBy.name })}</span>
          {offer.madeOn !== null && <span>{t("rescue.madeWords", { on: offer.madeOn })}</span>}
          {offer.answeredOn !== null && (
            <span>{t("rescue.answeredWords", { on: offer.answeredOn })}</span>
          )}
          {offer.answerNote !== null && <span>{offer.answerNote}</span>}
        </div>
      </div>
      <span className={styles["status"]} data-tone={toneOf[offer.status]}>
        {t(`rescue.offerStatus.${offer.status}`)}
      </span>
      {(offer.can.make || offer.can.answer) && (
        <Button size="small" onClick={() => onNote(offer)}>
          {t(offer.can.make ? "rescue.make" : "rescue.answer")}
        </Button>
      )}
      {offer.can.withdraw && (
        <Button
          size="small"
          type="text"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { offerId: offer.id } })}
        >
          {t("rescue.withdraw")}
        </Button>
      )}
    </div>
  );
};
