import { handovers } from "@mainstay/contract/handover";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";
import { HandoverMark } from "./handover-mark.tsx";
import { takerOf, useHandoverWords } from "./handover-words.ts";
import styles from "./handover.module.css";
import { useNow } from "./use-now.ts";

/** Above the account's head while a handover waits to be accepted: who changes and what its clock says. */
export const HandoverBanner = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation();
  const words = useHandoverWords();
  const now = useNow();
  const found = useAnswer(handovers.list, { query: { accountId, limit: 50 } });
  const open = (found.data?.items ?? []).filter(({ status }) => status === "open");
  return open.map((handover) => (
    <div
      key={handover.id}
      className={styles["banner"]}
      role="status"
      data-bad={handover.isOverdue || undefined}
    >
      <HandoverMark handover={handover} words={words.clock(handover, now)} />
      <span>
        {handover.side === "theirs"
          ? t("handover.banner.theirs", { person: handover.person?.name ?? t("handover.erased") })
          : t("handover.banner.ours", {
              seat: t(`glossary.seat.${handover.seat ?? "manager"}`),
              to: takerOf(handover)?.name ?? t("handover.nobody"),
            })}
      </span>
      <Link to="/handovers/$handoverId" params={{ handoverId: handover.id }}>
        {t("handover.act.open")}
      </Link>
    </div>
  ));
};
