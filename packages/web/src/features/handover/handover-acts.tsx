import { type HandoverView, handovers } from "@mainstay/contract/handover";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import styles from "./handover.module.css";
import { staleAfterHandover } from "./stale-after-handover.ts";

const HandoverDialogs = lazy(() =>
  import("./handover-dialogs.tsx").then((m) => ({ default: m.HandoverDialogs })),
);
const Log = lazy(() =>
  import("../interaction/log-interaction-dialog.tsx").then((m) => ({
    default: m.LogInteractionDialog,
  })),
);

export type HandoverDialog = "accept" | "assign" | "successor" | "drop";

/** What the reader may do now, the next thing first. */
export const HandoverActs = ({
  handover,
  packSha256,
}: {
  handover: HandoverView;
  /** Of the pack on the screen; null while it is on its way. */
  packSha256: string | null;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { today } = useSession().workspace;
  const [dialog, setDialog] = useState<HandoverDialog | "log" | null>(null);
  const transfer = useAct(handovers.transfer, {
    refresh: staleAfterHandover,
    onSuccess: ({ moved, to }) =>
      notice.done(
        moved.length === 0
          ? t("handover.movedNothing")
          : t("handover.movedTo", {
              name: to?.name ?? "",
              what: moved
                .map(({ what, count }) => t(`handover.moved.${what}`, { count }))
                .join(t("handover.comma")),
            }),
      ),
    onError: (error) => notice.refused(error),
  });
  const { can, status, side, successor, account } = handover;
  const visits = status === "accepted" || (status === "open" && successor !== null);
  return (
    <div className={styles["acts"]}>
      {can.accept && (
        <Button type="primary" disabled={packSha256 === null} onClick={() => setDialog("accept")}>
          {t("handover.act.accept")}
        </Button>
      )}
      {visits && (
        <Button
          {...(status === "accepted" && { type: "primary" as const })}
          onClick={() => setDialog("log")}
        >
          {t("handover.act.logVisit")}
        </Button>
      )}
      {can.transfer && (
        <Button
          loading={transfer.isPending}
          onClick={() =>
            transfer.mutate({ params: { handoverId: handover.id }, ifMatch: handover.version })
          }
        >
          {t("handover.act.transfer")}
        </Button>
      )}
      {can.nameSuccessor && (
        <Button onClick={() => setDialog("successor")}>{t("handover.act.nameSuccessor")}</Button>
      )}
      {can.assign && (
        <Button onClick={() => setDialog("assign")}>{t("handover.act.assign")}</Button>
      )}
      {can.drop && (
        <Button type="text" onClick={() => setDialog("drop")}>
          {t("handover.act.drop")}
        </Button>
      )}
      <Suspense>
        {dialog === "log" && (
          <Log
            account={account}
            kind="visit"
            personIds={side === "theirs" && successor !== null ? [successor.id] : []}
            today={today}
            onClose={() => {
              setDialog(null);
              void import("../../lib/optimistic.ts").then((m) =>
                m.refreshKept(...staleAfterHandover),
              );
            }}
          />
        )}
        {dialog !== null && dialog !== "log" && (
          <HandoverDialogs
            dialog={dialog}
            handover={handover}
            packSha256={packSha256}
            onClose={() => setDialog(null)}
          />
        )}
      </Suspense>
    </div>
  );
};
