import type { BriefView } from "@mainstay/contract/brief";
import { formatShare } from "@mainstay/phrases/format/format-number";
import type { ReactNode } from "react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { LevelMark, SeverityMark } from "../../components/level-mark.tsx";
import { Money } from "../../components/money.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { DayList } from "../day/day-list.tsx";
import { BriefPersonRow } from "./brief-person.tsx";
import styles from "./brief-screen.module.css";
import { useQuestionWords } from "./brief-words.ts";

const Part = ({
  title,
  isWide = false,
  children,
}: {
  title: string;
  isWide?: boolean;
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles["part"]} data-wide={isWide || undefined}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
};

const Figures = ({ brief }: { brief: BriefView }) => {
  const { t } = useTranslation();
  const { figures, relationship, today } = brief;
  const cell = (name: string, value: ReactNode) => (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
  const money = (minor: number) => <Money minor={minor} currency={brief.baseCurrency} />;
  return (
    <dl className={styles["figures"]}>
      {cell(t("brief.revenue"), money(figures.revenue12mMinor))}
      {cell(t("brief.atRisk"), money(figures.valueAtRiskMinor))}
      {cell(t("brief.lastOrder"), <Day on={figures.lastOrderOn} today={today} absolute />)}
      {cell(t("brief.nextOrder"), <Day on={figures.nextExpectedOn} today={today} absolute />)}
      {relationship !== null && relationship.supportIndex !== null && (
        <>
          {cell(
            t("brief.support"),
            t("brief.supportValue", {
              index: String(Math.round(relationship.supportIndex)).replace("-", "−"),
              known: formatShare(relationship.knownShare ?? 0),
            }),
          )}
          {cell(t("brief.coverage"), formatShare(relationship.coverage ?? 0))}
        </>
      )}
    </dl>
  );
};

/** The brief itself, in the order it is read on the way to the customer. */
export const BriefPaper = ({ brief }: { brief: BriefView }) => {
  const { t } = useTranslation();
  const questionWords = useQuestionWords();
  const { today } = brief;
  return (
    <article className={styles["paper"]}>
      {brief.purpose !== null && <p className={styles["purpose"]}>{brief.purpose}</p>}
      <Part title={t("brief.judgement")} isWide>
        <div className={styles["judgement"]}>
          <LevelMark level={brief.judgement.level} />
          <div>
            {brief.judgement.reasons.length === 0 ? (
              <p className="muted">{t("brief.noJudgement")}</p>
            ) : (
              brief.judgement.reasons.map((reason) => (
                <p key={reason.code}>
                  <ReasonText reason={reason} />
                </p>
              ))
            )}
          </div>
        </div>
        <Figures brief={brief} />
      </Part>
      <Part title={t("brief.people")} isWide>
        {brief.profileHidden && <p className="muted">{t("brief.hidden")}</p>}
        {brief.people.length === 0 ? (
          <p className="muted">{t("brief.peopleNone")}</p>
        ) : (
          <ul className={styles["people"]}>
            {brief.people.map((person) => (
              <BriefPersonRow
                key={person.personId}
                person={person}
                profileHidden={brief.profileHidden}
              />
            ))}
          </ul>
        )}
      </Part>
      <Part title={t("brief.questions")}>
        {brief.questions.length === 0 ? (
          <p className="muted">{t("brief.questionsNone")}</p>
        ) : (
          <ol className={styles["questions"]}>
            {brief.questions.map((question) => (
              <li key={JSON.stringify(question)}>{questionWords(question)}</li>
            ))}
          </ol>
        )}
      </Part>
      <Part title={t("brief.cases")}>
        {brief.cases.length === 0 ? (
          <p className="muted">{t("brief.casesNone")}</p>
        ) : (
          <ul className={styles["plain"]}>
            {brief.cases.map(({ id, number, title, level, status, handler }) => (
              <li key={id}>
                #{number} {title}
                <span className="muted">
                  {" "}
                  {t(`case.level.${level}`)} · {t(`case.status.${status}`)}
                  {handler !== null && ` · ${handler}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t("brief.promises")}>
        {brief.promises.length === 0 ? (
          <p className="muted">{t("brief.promisesNone")}</p>
        ) : (
          <ul className={styles["plain"]}>
            {brief.promises.map(({ id, title, dueOn, owner }) => (
              <li key={id}>
                {title}
                <span className="muted">
                  {" "}
                  {dueOn === null ? t("brief.noDue") : t("brief.due", { on: dueOn })}
                  {dueOn !== null && dueOn < today && ` · ${t("brief.overdue")}`}
                  {owner !== null && ` · ${owner}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t("brief.signals")}>
        {brief.signals.length === 0 ? (
          <p className="muted">{t("brief.signalsNone")}</p>
        ) : (
          <ul className={styles["plain"]}>
            {brief.signals.map(({ id, kind, severity, play }) => (
              <li key={id}>
                <SeverityMark severity={severity} /> {t(`glossary.signalKind.${kind}`)}
                {play !== null && <span className="muted"> {t(`glossary.play.${play}`)}</span>}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t("brief.contacts")}>
        {brief.interactions.length === 0 ? (
          <p className="muted">{t("brief.contactsNone")}</p>
        ) : (
          <ul className={styles["plain"]}>
            {brief.interactions.map((contact) => (
              <li key={contact.id}>
                <span className="muted">
                  <Day on={contact.occurredOn} today={today} absolute />{" "}
                  {t(`glossary.interactionKind.${contact.kind}`)}
                  {contact.people.length > 0 && ` · ${contact.people.join(t("brief.comma"))}`}
                </span>
                <br />
                {contact.summary}
              </li>
            ))}
          </ul>
        )}
      </Part>
      {brief.profile.length > 0 && (
        <Part title={t("brief.profile")}>
          <ul className={styles["plain"]}>
            {brief.profile.map(({ topic, answer, answeredOn }) => (
              <li key={topic}>
                <b>{t(`accountPage.profile.topic.${topic}`)}</b> {answer}{" "}
                <span className="muted">
                  <Day on={answeredOn} today={today} absolute />
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {brief.days.length > 0 && (
        <Part title={t("brief.days")}>
          <DayList items={brief.days} today={today} isTight />
        </Part>
      )}
    </article>
  );
};
