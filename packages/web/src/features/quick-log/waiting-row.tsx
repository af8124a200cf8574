import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import type { WaitingLog } from "../../lib/offline/offline-store.ts";
import { dropWaiting, mendWaiting } from "../../lib/offline/outbox.ts";
import { useNotice } from "../../lib/notice.tsx";
import { AccountChip } from "./account-chip.tsx";
import styles from "./outbox.module.css";
import { useDirectory } from "./use-directory.ts";

const wordsOf = ({ draft }: WaitingLog): string =>
  draft?.contact?.summary ?? draft?.plan?.title ?? draft?.nextSteps[0]?.title ?? "";

/** Codes that say that somebody named in the log cannot be linked any more: merged, moved or gone. */
const isAboutPeople = (code: string | undefined): boolean => code?.startsWith("person.") ?? false;

/** One log that waits, with what the server said, to be mended, sent again or thrown away. */
export const WaitingRow = ({ log, onSend }: { log: WaitingLog; onSend: () => Promise<void> }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState(wordsOf(log));
  const [accountId, setAccountId] = useState(log.draft?.accountId ?? null);
  const [people, setPeople] = useState<"as before" | "nobody">("as before");
  const { directory } = useDirectory();
  const { draft, refusal } = log;
  const discard = () =>
    void dropWaiting(log.clientRef).then(() => notice.done(t("quickLog.outbox.discarded")));
  const resend = async () => {
    if (draft === null || accountId === null) return;
    const isMoved = accountId !== draft.accountId;
    const name = directory?.accounts.find(({ id }) => id === accountId)?.name ?? log.accountName;
    const contact = draft.contact && {
      ...draft.contact,
      summary: text,
      ...((isMoved || people === "nobody") && { personIds: [] }),
    };
    const plan = draft.plan && { ...draft.plan, title: text.slice(0, 300) };
    const isSteps = !draft.contact && !draft.plan;
    const nextSteps = isSteps
      ? draft.nextSteps.map((step, at) =>
          at === 0 ? { ...step, title: text.slice(0, 300) } : step,
        )
      : draft.nextSteps;
    await mendWaiting(log, { ...draft, accountId, contact, plan, nextSteps }, name);
    setOpen(false);
    await onSend();
  };
  return (
    <li className={styles["row"]} data-refused={refusal !== null}>
      <div className={styles["head"]}>
        <strong>{log.accountName}</strong>
        <span className="muted">
          <Instant at={log.queuedAt} />
        </span>
      </div>
      {draft === null ? (
        <p className={styles["lost"]}>{t("quickLog.outbox.lost")}</p>
      ) : isOpen ? (
        <div className={styles["edit"]}>
          <AccountChip directory={directory} value={accountId} onChange={setAccountId} />
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={5000}
            aria-label={t("quickLog.outbox.summary")}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {isAboutPeople(refusal?.code) && people === "as before" && (
            <Button size="small" onClick={() => setPeople("nobody")}>
              {t("quickLog.outbox.dropPeople")}
            </Button>
          )}
        </div>
      ) : (
        <p className={styles["words"]}>{wordsOf(log)}</p>
      )}
      {refusal !== null && (
        <p role="alert" className={styles["refused"]}>
          {t("quickLog.outbox.refused", { words: refusal.words })}
        </p>
      )}
      <div className={styles["acts"]}>
        {draft !== null && refusal === null && (
          <span className="muted">
            {log.tries === 0
              ? t("quickLog.outbox.waiting")
              : t("quickLog.outbox.triedTimes", { count: log.tries })}
          </span>
        )}
        {draft !== null &&
          (isOpen ? (
            <Button
              size="small"
              type="primary"
              disabled={text.trim() === "" || accountId === null}
              onClick={() => void resend()}
            >
              {t("quickLog.outbox.resend")}
            </Button>
          ) : (
            <Button size="small" onClick={() => setOpen(true)}>
              {t("quickLog.outbox.edit")}
            </Button>
          ))}
        <Button size="small" type="text" onClick={discard}>
          {t("quickLog.outbox.discard")}
        </Button>
      </div>
    </li>
  );
};
