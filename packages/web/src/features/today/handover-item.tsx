import type { HandoverView } from "@mainstay/contract/handover";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";

/** Who goes, who comes, and what the clock demands. */
export const HandoverWhy = ({ handover }: { handover: HandoverView }) => {
  const { t } = useTranslation();
  const { side, seat, status, from, to, person, owner } = handover;
  const nobody = t("app.nobody");
  if (side === "theirs")
    return status === "accepted"
      ? t("todayRow.why.theirsAccepted", { owner: owner?.name ?? nobody })
      : t("todayRow.why.theirs", { person: person?.name ?? "" });
  if (status === "accepted") return t("todayRow.why.oursAccepted", { to: to?.name ?? nobody });
  const words = {
    seat: t(`glossary.seat.${seat ?? "manager"}`),
    from: from?.name ?? t("todayRow.why.nobodyBefore"),
  };
  return to === null
    ? t("todayRow.why.oursNobody", words)
    : t("todayRow.why.oursTo", { ...words, to: to.name });
};

export const HandoverGrounds = ({ handover }: { handover: HandoverView }) => {
  const { t } = useTranslation();
  const done = handover.items.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <>
      <span>{t(`handover.side.${handover.side}`)}</span>
      {handover.items.length > 0 && (
        <span>{t("todayRow.progress", { done, all: handover.items.length })}</span>
      )}
    </>
  );
};

export const HandoverActs = ({ handover }: { handover: HandoverView }) => {
  const { t } = useTranslation();
  return (
    <Link to={`/handovers/${handover.id}` as string} data-first-act>
      <Button size="small" type="primary" tabIndex={-1}>
        {t("todayRow.act.openHandover")}
      </Button>
    </Link>
  );
};
