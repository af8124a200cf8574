import { type CaseClosing, caseClosings } from "@mainstay/contract/case-closing";
import { failedCallsShown } from "@mainstay/domain/case-closing/call-back-rule";
import { Link } from "@tanstack/react-router";
import { Button, Popconfirm } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { CaseBlock } from "../case/case-block.tsx";
import styles from "./closing.module.css";
import { staleAfterClosing } from "./stale-after-closing.ts";

const AskDialog = lazy(() => import("./ask-dialog.tsx").then((m) => ({ default: m.AskDialog })));
const CallBackDialog = lazy(() =>
  import("./call-back-dialog.tsx").then((m) => ({ default: m.CallBackDialog })),
);

/** How a case is being closed: whose word is waited for, what was said, links, calls back. */
export const ClosingSection = ({ caseId }: { caseId: string }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"ask" | "call" | null>(null);
  const found = useAnswer(caseClosings.get, { params: { caseId } }, { refetchInterval: 60_000 });
  if (found.isError && !found.data)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const closing = found.data;
  return (
    <CaseBlock title={t("closing.title")}>
      {!closing ? (
        <RowSkeleton rows={2} />
      ) : (
        <>
          <Standing closing={closing} />
          {closing.status === "solved" && (
            <div className={styles["acts"]}>
              {closing.can.ask && (
                <Button size="small" onClick={() => setOpen("ask")}>
                  {closing.links.length > 0 ? t("closing.askAgain") : t("closing.ask")}
                </Button>
              )}
              {closing.can.callBack && (
                <Button size="small" type="primary" onClick={() => setOpen("call")}>
                  {t("closing.callBack")}
                </Button>
              )}
              <Link to="/cases/unconfirmed">{t("closing.all")}</Link>
            </div>
          )}
          {closing.status === "solved" && closing.can.callBackRefusal !== null && (
            <p className="muted">{t(`closing.refusal.${closing.can.callBackRefusal}`)}</p>
          )}
          <Answers closing={closing} />
          <Calls closing={closing} />
          <Links closing={closing} />
          <Suspense>
            {open === "ask" && <AskDialog caseId={caseId} onClose={() => setOpen(null)} />}
            {open === "call" && <CallBackDialog caseId={caseId} onClose={() => setOpen(null)} />}
          </Suspense>
        </>
      )}
    </CaseBlock>
  );
};

const Standing = ({ closing }: { closing: CaseClosing }) => {
  const { t } = useTranslation();
  const { score, firstScore, daysWaiting } = closing;
  const line =
    closing.closedBy !== null
      ? t(`closing.closedBy.${closing.closedBy}`)
      : daysWaiting === null
        ? t("closing.notSolved")
        : daysWaiting === 0
          ? t("closing.waitingToday")
          : t("closing.waiting", { count: daysWaiting });
  const further = [
    score !== null &&
      (firstScore !== null && firstScore !== score
        ? t("closing.scores", { first: firstScore, score })
        : t("closing.score", { score })),
    closing.verdict !== null && t(`closing.verdict.${closing.verdict}`),
    closing.reopened > 0 && t("closing.reopened", { count: closing.reopened }),
    closing.reminders > 0 && t("closing.reminders", { count: closing.reminders }),
    closing.failedCalls >= failedCallsShown && t("closing.unreachable"),
  ].filter((part) => part !== false);
  return (
    <div className={styles["standing"]}>
      {closing.closedBy === null && daysWaiting === null ? (
        <span className="muted">{line}</span>
      ) : (
        <strong>{line}</strong>
      )}
      {further.length > 0 && <span className="muted">{further.join(" · ")}</span>}
    </div>
  );
};

const Answers = ({ closing }: { closing: CaseClosing }) => {
  const { t } = useTranslation();
  if (closing.answers.length === 0) return null;
  return (
    <>
      <h3 className={styles["head"]}>{t("closing.answers")}</h3>
      <ul className={styles["rows"]}>
        {closing.answers.map((answer) => (
          <li key={answer.at}>
            <span>
              <span className={styles["verdict"]} data-verdict={answer.verdict}>
                {answer.isResolved && answer.score !== null
                  ? t("closing.score", { score: answer.score })
                  : t("closing.notResolved")}
              </span>{" "}
              <span className="muted">
                <Instant at={answer.at} />
              </span>
            </span>
            {answer.words !== "" && <p className={styles["typed"]}>{answer.words}</p>}
          </li>
        ))}
      </ul>
    </>
  );
};

const Calls = ({ closing }: { closing: CaseClosing }) => {
  const { t } = useTranslation();
  if (closing.callBacks.length === 0) return null;
  return (
    <>
      <h3 className={styles["head"]}>{t("closing.calls")}</h3>
      <ul className={styles["rows"]}>
        {closing.callBacks.map((call) => (
          <li key={call.id}>
            <span>
              {call.by.name} ·{" "}
              {call.outcome === "not_reached"
                ? t("closing.call.not_reached")
                : call.isResolved === true && call.score !== null
                  ? t("closing.score", { score: call.score })
                  : t("closing.notResolved")}{" "}
              <span className="muted">
                <Instant at={call.calledAt} />
              </span>
            </span>
            {call.words !== "" && <p className={styles["typed"]}>{call.words}</p>}
          </li>
        ))}
      </ul>
    </>
  );
};

const Links = ({ closing }: { closing: CaseClosing }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const revoke = useAct(caseClosings.revoke, {
    refresh: staleAfterClosing,
    onError: notice.refused,
  });
  if (closing.links.length === 0) return null;
  const { caseId } = closing;
  return (
    <>
      <h3 className={styles["head"]}>{t("closing.links")}</h3>
      <ul className={styles["rows"]}>
        {closing.links.slice(0, 5).map((link) => (
          <li key={link.id} className={styles["link"]}>
            <span className="muted">
              {t("closing.linkLine", { state: t(`closing.linkState.${link.state}`) })}{" "}
              <Instant at={link.expiresAt} />
              {link.openedAt !== null && ` · ${t("closing.opened")}`}
            </span>
            {link.state === "waiting" && closing.can.ask && (
              <Popconfirm
                title={t("closing.revokeAsk")}
                okText={t("closing.revoke")}
                onConfirm={() => revoke.mutate({ params: { caseId, linkId: link.id } })}
              >
                <Button size="small" type="text">
                  {t("closing.revoke")}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
