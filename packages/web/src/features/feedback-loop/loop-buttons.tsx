import { feedbackLoops, type LoopView } from "@mainstay/contract/feedback-loop";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { EvidenceDialog, type WordyAct } from "./evidence-dialog.tsx";
import { GiveLoopDialog } from "./give-loop-dialog.tsx";
import { loopStale } from "./loop-acts.ts";

/** What may be done with a loop now, the next step first. */
export const LoopButtons = ({ loop }: { loop: LoopView }) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const notice = useNotice();
  const [open, setOpen] = useState<WordyAct | "give" | null>(null);
  const done = (act: "askAgain" | "decideDrop" | "takeBackDrop") => ({
    refresh: loopStale,
    onSuccess: () => notice.done(t(`feedbackLoop.done.${act}`)),
    onError: (error: unknown) => notice.refused(error),
  });
  const askAgain = useAct(feedbackLoops.askAgain, done("askAgain"));
  const decide = useAct(feedbackLoops.decideDrop, done("decideDrop"));
  const takeBack = useAct(feedbackLoops.takeBackDrop, done("takeBackDrop"));
  const where = { params: { loopId: loop.id }, ifMatch: loop.version };
  const { can } = loop;
  const next = (["contact", "rectify", "followUp"] as const).find((act) => can[act]);
  return (
    <>
      {next && (
        <Button type="primary" size="small" onClick={() => setOpen(next)}>
          {t(`feedbackLoop.act.${next}`)}
        </Button>
      )}
      {can.askAgain && (
        <Button
          type="primary"
          size="small"
          loading={askAgain.isPending}
          onClick={() =>
            void modal.confirm({
              title: t("feedbackLoop.act.askAgain"),
              okText: t("feedbackLoop.act.askAgain"),
              content: t("feedbackLoop.dialog.askAgain", { name: loop.person?.name ?? "" }),
              onOk: () => askAgain.mutate({ ...where, body: {} }),
            })
          }
        >
          {t("feedbackLoop.act.askAgain")}
        </Button>
      )}
      {can.decideDrop && (
        <>
          <Button
            size="small"
            loading={decide.isPending}
            onClick={() => decide.mutate({ ...where, body: { agrees: true } })}
          >
            {t("feedbackLoop.act.agreeDrop")}
          </Button>
          <Button size="small" onClick={() => decide.mutate({ ...where, body: { agrees: false } })}>
            {t("feedbackLoop.act.refuseDrop")}
          </Button>
        </>
      )}
      {can.takeBackDrop && (
        <Button size="small" onClick={() => takeBack.mutate({ ...where, body: {} })}>
          {t("feedbackLoop.act.takeBackDrop")}
        </Button>
      )}
      {can.give && (
        <Button type="text" size="small" onClick={() => setOpen("give")}>
          {t("feedbackLoop.act.give")}
        </Button>
      )}
      {can.drop && (
        <Button type="text" size="small" onClick={() => setOpen("drop")}>
          {t("feedbackLoop.act.drop")}
        </Button>
      )}
      {open === "give" ? (
        <GiveLoopDialog loop={loop} onClose={() => setOpen(null)} />
      ) : (
        open && <EvidenceDialog loop={loop} act={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
};
