import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { readQuickLog } from "@mainstay/domain/quick-log/read-quick-log";
import type { InputRef } from "antd";
import { Input } from "antd";
import { useDeferredValue, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { onKeptAt, readKeptAt } from "../../lib/offline/kept-mark.ts";
import { usePreferences } from "../../lib/preferences.ts";
import { useSession } from "../../lib/session.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { ConfirmCard } from "./confirm-card.tsx";
import { confirm, type Corrections, draftOf } from "./quick-log-draft.ts";
import styles from "./quick-log.module.css";
import { saveQuickLog, takeBack, type Saved } from "./save-quick-log.ts";
import { useDirectory } from "./use-directory.ts";
import { useShortcut } from "./use-shortcut.ts";
import { WaitingHere } from "./waiting-here.tsx";

/** The calendar day on this device's own clock, in the workspace's zone: what counts while the server is out of reach. */
const dayOnDevice = (timeZone: string): IsoDay =>
  new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date());

/**
 * One line is enough: it is read while it is typed (on the device, no request), shown as pieces to confirm, and saved with
 * one tap, with or without network. On an account's page the line is about that account unless it names another.
 */
export const QuickLogBar = ({
  account,
  today: serverToday,
}: {
  account?: { readonly id: string; readonly name: string };
  today: IsoDay;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { user, workspace } = useSession();
  const { locale } = usePreferences();
  const keptAt = useSyncExternalStore(onKeptAt, readKeptAt);
  const today = keptAt === null ? serverToday : dayOnDevice(workspace.timeZone);
  const { directory, include } = useDirectory(account?.id);
  const words = useUnsavedText(`log:${account?.id ?? "any"}`);
  const [fixes, setFixes] = useState<Corrections>({});
  const [clientRef, setClientRef] = useState(() => crypto.randomUUID());
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const box = useRef<InputRef>(null);
  const focusBox = useRef(() => box.current?.focus());
  useShortcut("l", focusBox.current);

  const line = useDeferredValue(words.text);
  const accounts = directory?.accounts ?? [];
  const reading = useMemo(
    () =>
      readQuickLog(line, {
        today,
        accounts: directory?.accounts ?? [],
        differentDays: directory?.differentDays ?? [],
        ...(account && { accountId: account.id }),
      }),
    [line, today, directory, account],
  );
  const confirmed = confirm(reading, fixes, {
    line,
    today,
    accounts,
    ...(account && { pageAccountId: account.id }),
  });
  const isEmpty = words.text.trim() === "";

  const correct = (more: Corrections) => {
    if (more.accountId && !accounts.some(({ id }) => id === more.accountId))
      include(more.accountId);
    setFixes((before) => ({
      ...before,
      ...more,
      ...(more.chosen && { chosen: { ...before.chosen, ...more.chosen } }),
    }));
  };
  const startAnew = () => {
    words.done();
    setFixes({});
    setClientRef(crypto.randomUUID());
  };
  const wordsFor = ({ view }: Saved): string => {
    if (view === null) return t("quickLog.queued");
    if (confirmed.sort === "plan") return t("quickLog.savedPlan");
    if (confirmed.sort === "steps") return t("quickLog.savedSteps", { count: view.tasks.length });
    const met = view.met.obligations + view.met.tasks;
    return met > 0 ? t("quickLog.savedMet", { count: met }) : t("quickLog.saved");
  };
  const save = async () => {
    const draft = draftOf(words.text, confirmed, clientRef);
    if (draft === null || isSaving || line !== words.text) return;
    setSaving(true);
    setProblem(null);
    try {
      const accountName =
        accounts.find(({ id }) => id === draft.accountId)?.name ?? account?.name ?? "";
      const saved = await saveQuickLog(draft, { ownerUserId: user.id, accountName });
      const text = words.text;
      startAnew();
      notice.done(
        wordsFor(saved),
        () =>
          void takeBack(draft.clientRef, saved.view !== null).then(
            () => {
              words.setText(text);
              notice.done(t("quickLog.takenBack"));
            },
            (error: unknown) => notice.refused(error),
          ),
      );
    } catch (error) {
      setProblem(error);
      // What was refused is not what will be sent next.
      setClientRef(crypto.randomUUID());
    } finally {
      setSaving(false);
    }
  };
  return (
    <form
      className={styles["bar"]}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Input.TextArea
        ref={box as never}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={5000}
        lang={locale}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="done"
        aria-label={t("quickLog.box")}
        aria-keyshortcuts="L"
        placeholder={t(account ? "quickLog.hintHere" : "quickLog.hint")}
        value={words.text}
        onChange={(event) => words.setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void save();
        }}
      />
      {!isEmpty && (
        <ConfirmCard
          line={line}
          today={today}
          reading={reading}
          confirmed={confirmed}
          directory={directory}
          isSaving={isSaving}
          isAccountFixed={account !== undefined && confirmed.accountId === account.id}
          onCorrect={correct}
        />
      )}
      <FormProblem error={problem} />
      <WaitingHere {...(account && { accountId: account.id })} />
    </form>
  );
};
