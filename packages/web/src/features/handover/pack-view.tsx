import type { HandoverPack } from "@mainstay/contract/handover-pack";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { LevelMark, SeverityMark } from "../../components/level-mark.tsx";
import { useMoneyText } from "../../components/money.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { DayList } from "../day/day-list.tsx";
import styles from "./handover.module.css";
import { PackFigures } from "./pack-figures.tsx";
import { PackPeople } from "./pack-people.tsx";

type PartName =
  | "judgement"
  | "signals"
  | "tasks"
  | "cases"
  | "promises"
  | "obligations"
  | "rescues"
  | "changes"
  | "interactions"
  | "days"
  | "plans"
  | "consents"
  | "people";

/** The pack on the screen, in the order of the paper. */
export const PackView = ({ pack }: { pack: HandoverPack }) => {
  const { t } = useTranslation();
  const moneyText = useMoneyText();
  const { today } = pack;
  const joined = (words: readonly (string | null | false)[]) => words.filter(Boolean).join(" · ");
  const due = (on: string | null) =>
    on === null ? t("handover.figure.noDue") : t("handover.figure.due", { on });
  const owned = (owner: string | null) => owner ?? t("handover.figure.unowned");
  const part = (name: PartName, items: readonly ReactNode[], none?: string) => (
    <section aria-label={t(`handover.part.${name}`)}>
      <h3>{t(`handover.part.${name}`)}</h3>
      {items.length === 0 ? (
        <p className="muted">{none ?? t(`handover.none.${name}`)}</p>
      ) : (
        <ul>{items}</ul>
      )}
    </section>
  );
  const line = (key: string, words: ReactNode) => <li key={key}>{words}</li>;
  return (
    <article className={styles["pack"]}>
      {part("judgement", [
        line("level", <LevelMark level={pack.judgement.level} />),
        ...pack.judgement.reasons.map((reason) =>
          line(reason.code, <ReasonText reason={reason} />),
        ),
      ])}
      <PackFigures pack={pack} />
      {pack.profileHidden && <p className="muted">{t("handover.packHidden")}</p>}
      <PackPeople pack={pack} />
      {part(
        "signals",
        pack.signals.map(({ id, kind, severity, reason }) =>
          line(
            id,
            <>
              <span className={styles["warning"]}>
                <SeverityMark severity={severity} /> {t(`glossary.signalKind.${kind}`)}
              </span>
              <ReasonText reason={reason} />
            </>,
          ),
        ),
      )}
      {part(
        "tasks",
        pack.tasks.map(({ id, title, dueOn, owner }) =>
          line(id, joined([title, due(dueOn), owned(owner)])),
        ),
      )}
      {part(
        "cases",
        pack.cases.map(({ id, number, title, level, status, handler }) =>
          line(
            id,
            joined([
              `#${number} ${title}`,
              t(`case.level.${level}`),
              t(`case.status.${status}`),
              owned(handler),
            ]),
          ),
        ),
      )}
      {part(
        "promises",
        pack.promises.map(({ id, title, dueOn, owner }) =>
          line(id, joined([title, due(dueOn), owned(owner)])),
        ),
      )}
      {part(
        "obligations",
        pack.obligations.map(({ id, kind, dueOn, owner }) =>
          line(id, joined([t(`glossary.obligationKind.${kind}`), due(dueOn), owned(owner)])),
        ),
      )}
      {part(
        "rescues",
        pack.rescues.map(({ id, goal, stakeMinor, owner }) =>
          line(
            id,
            joined([
              goal,
              t("handover.figure.stake", { amount: moneyText(stakeMinor, pack.baseCurrency) }),
              owned(owner),
            ]),
          ),
        ),
      )}
      {part(
        "changes",
        pack.requirementChanges.map((change) =>
          line(
            change.id,
            <p>
              <Link
                to="/accounts/$accountId/changes/$changeId"
                params={{ accountId: pack.account.id, changeId: change.id }}
              >
                {change.title}
              </Link>{" "}
              ·{" "}
              {joined([
                t(`requirementChange.status.${change.status}`),
                moneyText(change.feeMinor, change.currency),
                t("handover.figure.days", { days: change.scheduleDays }),
                change.workStartedOn !== null &&
                  t("handover.figure.started", { on: change.workStartedOn }),
              ])}
            </p>,
          ),
        ),
      )}
      {part(
        "consents",
        (pack.consents ?? []).map(({ id, person, scope, expiresOn }) =>
          line(
            id,
            joined([
              person.name,
              scope.map((one) => t(`glossary.consentScope.${one}`)).join(t("handover.comma")),
              t("handover.figure.until", { on: expiresOn }),
            ]),
          ),
        ),
        pack.consents === null ? t("handover.none.consentsHidden") : undefined,
      )}
      {part(
        "interactions",
        pack.interactions.map(({ id, occurredOn, kind, people, summary }) =>
          line(
            id,
            <>
              <Day on={occurredOn} today={today} absolute />{" "}
              {joined([
                t(`glossary.interactionKind.${kind}`),
                people.join(t("handover.comma")),
                summary,
              ])}
            </>,
          ),
        ),
      )}
      {pack.days.length === 0 ? (
        part("days", [])
      ) : (
        <section aria-label={t("handover.part.days")}>
          <h3>{t("handover.part.days")}</h3>
          <DayList items={pack.days} today={today} isTight />
        </section>
      )}
      {part(
        "plans",
        pack.calendarEntries.map(({ id, kind, title, onDate, isRecurring, owner }) =>
          line(
            id,
            <>
              <Day on={onDate} today={today} absolute />{" "}
              {joined([
                t(`handover.planKind.${kind}`),
                title,
                isRecurring && t("handover.figure.recurring"),
                owned(owner),
              ])}
            </>,
          ),
        ),
      )}
    </article>
  );
};
