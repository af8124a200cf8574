import type { HandoverView } from "@mainstay/contract/handover";
import { useTranslation } from "react-i18next";
import { readClock } from "./clock-reading.ts";

/** A handover in words: who changes, how its clock stands, who takes over. */
export const useHandoverWords = () => {
  const { t } = useTranslation();
  return {
    what: (handover: HandoverView): string =>
      handover.side === "theirs"
        ? t("handover.theirsTitle", {
            person: handover.person?.name ?? t("handover.erased"),
            because: handover.because === null ? "" : t(`handover.because.${handover.because}`),
          })
        : t("handover.oursTitle", {
            seat: t(`glossary.seat.${handover.seat ?? "manager"}`),
            from: handover.from?.name ?? t("handover.nobody"),
            to: handover.to?.name ?? t("handover.nobody"),
          }),
    clock: (handover: HandoverView, now: number): string => {
      const read = readClock(handover.dueAt, now, handover.isOverdue);
      if (read.kind === "left")
        return read.hours === 0
          ? t("handover.remainingShort", { minutes: read.minutes })
          : t("handover.remaining", { hours: read.hours, minutes: read.minutes });
      if (read.hours === 0) return t("handover.overdueJust");
      return read.hours < 48
        ? t("handover.overdueBy", { hours: read.hours })
        : t("handover.overdueByDays", { days: Math.floor(read.hours / 24) });
    },
    dropped: (because: string): string =>
      because === "person_returned" || because === "seat_returned" || because === "seat_moved_on"
        ? t(`handover.dropReason.${because}`)
        : because,
  };
};

/** Who takes over: the colleague who gets the seat, or on their side the owner of the relation. */
export const takerOf = (handover: HandoverView) =>
  handover.side === "ours" ? handover.to : handover.owner;
