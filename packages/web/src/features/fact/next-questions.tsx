import type { Dossier } from "@mainstay/contract/fact";
import { facts } from "@mainstay/contract/fact";
import type { FactPromptState } from "@mainstay/domain/fact/ask-next-visit";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./dossier.module.css";

type Askable = Dossier["questions"][number]["kind"];

/** What to ask on the next visit, in plain words: a few at a time, put off or dropped with one click. */
export const NextQuestions = ({
  dossier,
  onAnswer,
}: {
  dossier: Dossier;
  onAnswer: (kind: FactKind) => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { personId } = dossier;
  const set = useAct(facts.prompt, {
    refresh: [facts.dossier],
    onError: notice.refused,
  });
  const say = (kind: Askable, state: FactPromptState | "open", words?: string) =>
    set.mutate(
      { params: { personId, kind: kind as never }, body: { state } },
      {
        onSuccess: () => words !== undefined && notice.done(words, () => say(kind, "open")),
      },
    );
  const refused = dossier.prompts.filter(({ state }) => state === "refused");
  return (
    <>
      <h3 className={styles["group"]}>{t("fact.askNext")}</h3>
      {dossier.questions.length === 0 && <p className="muted">{t("fact.askNextNone")}</p>}
      <ul className={styles["questions"]}>
        {dossier.questions.map(({ kind, isTakenUp }) => (
          <li key={kind} className={styles["question"]} data-taken={isTakenUp || undefined}>
            <p className={styles["asked"]}>{t(`fact.question.${kind as "birthday"}`)}</p>
            <p className={styles["use"]}>
              {t(`glossary.factKind.${kind}`)} · {t(`fact.use.${kind}`)}
              {isTakenUp && ` · ${t("fact.takenUp")}`}
            </p>
            <div className={styles["choices"]}>
              {isTakenUp ? (
                <Button size="small" onClick={() => onAnswer(kind)}>
                  {t("fact.answer")}
                </Button>
              ) : (
                <Button size="small" onClick={() => say(kind, "ask")}>
                  {t("fact.takeUp")}
                </Button>
              )}
              <Button
                type="text"
                size="small"
                onClick={() => say(kind, "put_off", t("fact.putOffDone"))}
              >
                {t("fact.putOff")}
              </Button>
              <Button
                type="text"
                size="small"
                onClick={() => say(kind, "refused", t("fact.refusedByPerson"))}
              >
                {t("fact.refusedByPerson")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <ul className={styles["refused"]}>
          {refused.map(({ kind }) => (
            <li key={kind} className="muted">
              {t("fact.refusedKinds", { kinds: t(`glossary.factKind.${kind}`) })}
              <Button type="link" size="small" onClick={() => say(kind, "open")}>
                {t("fact.askAgain")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
