import { type CaseView, cases } from "@mainstay/contract/case";
import { Button, Checkbox, Input, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import styles from "./case-page.module.css";
import { useCaseAct } from "./use-case-act.ts";

type Mode = "reply" | "feedback" | "note";

const endpoints = { reply: cases.reply, feedback: cases.giveFeedback, note: cases.note } as const;

/** Write to the customer, or among ourselves; what was typed survives a reload until it is sent. */
export const CaseComposer = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const act = useCaseAct(view);
  const { can } = view;
  const modes: Mode[] = [
    ...(can.reply ? (["reply"] as const) : []),
    ...(can.giveFeedback ? (["feedback"] as const) : []),
    ...(can.note ? (["note"] as const) : []),
  ];
  const [wanted, setMode] = useState<Mode>(modes[0] ?? "note");
  const mode = modes.includes(wanted) ? wanted : (modes[0] ?? "note");
  // Who wrote by mail expects mail.
  const [sendMail, setSendMail] = useState(view.channel === "email");
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const { text, setText, done, wasKept } = useUnsavedText(`case:${view.id}`);
  const mails = mode !== "note" && view.person !== null;
  const isReplied = view.clocks.some(({ clock, doneAt }) => clock === "reply" && doneAt !== null);
  const send = async () => {
    // A second stroke of the keys would send it twice.
    if (isSending) return;
    setSending(true);
    setError(null);
    try {
      const words = text.trim();
      const isDone = await act.run(endpoints[mode], {
        words: `${t(`case.composer.${mode}`)}: ${words}`,
        body: mode === "note" ? { words } : { words, sendMail: mails && sendMail },
        isAdding: mode === "note",
      });
      if (isDone) {
        done();
        notice.done(t(`case.composer.sent.${mode}`));
      }
    } catch (problem) {
      setError(problem);
    } finally {
      setSending(false);
    }
  };
  return (
    <section className={styles["composer"]} data-mode={mode} aria-label={t("case.composer.label")}>
      <Segmented
        size="small"
        aria-label={t("case.composer.label")}
        value={mode}
        onChange={setMode}
        options={modes.map((value) => ({ value, label: t(`case.composer.${value}`) }))}
      />
      <Input.TextArea
        aria-label={t(`case.composer.${mode}`)}
        placeholder={t(
          `case.composer.placeholder.${mode === "reply" && isReplied ? "replyAgain" : mode}`,
        )}
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && text.trim() !== "")
            void send();
        }}
      />
      <div className={styles["composerFoot"]}>
        {mails && (
          <Checkbox checked={sendMail} onChange={(event) => setSendMail(event.target.checked)}>
            {t("case.composer.mail")}
          </Checkbox>
        )}
        {wasKept && text !== "" && <span className="muted">{t("case.composer.kept")}</span>}
        <Button
          type="primary"
          disabled={text.trim() === ""}
          loading={isSending}
          onClick={() => void send()}
        >
          {t(`case.composer.send.${mode}`)}
        </Button>
      </div>
      <FormProblem error={error} />
    </section>
  );
};
