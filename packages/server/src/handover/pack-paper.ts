import type { HandoverPack, PackPerson } from "@mainstay/contract/handover-pack";
import { formatDay } from "@mainstay/phrases/format/format-day";
import { type AmountUnit, formatMoney } from "@mainstay/phrases/format/format-money";
import { formatShare } from "@mainstay/phrases/format/format-number";
import { en } from "@mainstay/phrases/en";
import { laterEn } from "@mainstay/phrases/later-en";
import { laterZh } from "@mainstay/phrases/later-zh";
import type { Locale } from "@mainstay/phrases/locale";
import {
  isEvaluationReason,
  renderEvaluationReason,
} from "@mainstay/phrases/reason/render-evaluation-reason";
import { createVoice } from "@mainstay/phrases/render";
import { zh } from "@mainstay/phrases/zh";
import type { Paper, PaperPart } from "../platform/paper/paper.ts";

export interface PaperReader {
  readonly locale: Locale;
  readonly amountUnit: AmountUnit;
  readonly madeBy: string;
  readonly madeAt: string;
}

type Say = (key: string, params?: Record<string, unknown>) => string;

const sayIn = (locale: Locale, amountUnit: AmountUnit): Say => {
  const words = locale === "en" ? { ...en, ...laterEn } : { ...zh, ...laterZh };
  const voice = createVoice(locale, words, { amountUnit });
  const translate = voice.t.bind(voice) as unknown as (key: string, params: object) => string;
  return (key, params = {}) => translate(key, params);
};

const joined = (words: readonly (string | null | false | undefined)[]): string =>
  words.filter(Boolean).join(" · ");

const personLine = (say: Say, person: PackPerson): string =>
  joined([
    person.isPlaceholder ? `${person.name} (${say("handover.figure.placeholder")})` : person.name,
    person.title,
    person.role && say(`glossary.buyingRole.${person.role}`),
    person.influence !== null && say("handover.figure.influence", { value: person.influence }),
    person.stance && say(`glossary.stance.${person.stance.value}`),
    person.style && say(`glossary.behaviourStyle.${person.style}`),
    person.lastContactOn === null
      ? say("handover.figure.never")
      : say("handover.figure.lastContact", { on: person.lastContactOn }),
  ]);

const dayLine = (say: Say, locale: Locale, day: HandoverPack["days"][number]): string => {
  const name = day.person?.name ?? day.account?.name ?? "";
  const words =
    day.kind === "birthday"
      ? say(day.calendar === "lunar" ? "day.lunarBirthdayOf" : "day.birthdayOf", { name })
      : day.kind === "work_anniversary"
        ? say("day.inJob", { name, count: day.years ?? 0 })
        : day.kind === "cooperation_anniversary"
          ? say("day.cooperation", { name, count: day.years ?? 0 })
          : say(`day.festival.${day.festival ?? "new_year"}`);
  return `${formatDay(day.on, locale)} ${words}`;
};

/** The pack as a paper in the reader's language, part by part as on the screen. */
export const packPaper = (pack: HandoverPack, reader: PaperReader): Paper => {
  const { locale, amountUnit } = reader;
  const say = sayIn(locale, amountUnit);
  const money = (minor: number, currency = pack.baseCurrency) =>
    formatMoney(minor, currency, locale, { unit: amountUnit });
  const dayOr = (on: string | null) =>
    on === null ? say("app.notApplicable") : formatDay(on, locale);
  const due = (on: string | null) =>
    on === null ? say("handover.figure.noDue") : say("handover.figure.due", { on });
  const owned = (owner: string | null) => owner ?? say("handover.figure.unowned");
  const part = (
    key: string,
    items: readonly string[],
    none = `handover.none.${key}`,
  ): PaperPart[] => [
    { kind: "heading", text: say(`handover.part.${key}`) },
    items.length === 0 ? { kind: "quiet", text: say(none) } : { kind: "list", items },
  ];
  const reasonOf = (reason: { code: string; params: Record<string, unknown> }) =>
    isEvaluationReason(reason) ? renderEvaluationReason(reason, locale, { amountUnit }) : "";
  const { figures, contract, relationship, account } = pack;
  const figure = (key: string, value: string) => [say(`handover.figure.${key}`), value] as const;
  return {
    title: say("handover.packTitle", { account: account.name }),
    subtitle: say("handover.packFor", { name: reader.madeBy, at: reader.madeAt }),
    locale,
    footer: say("handover.packFooter", { hash: pack.sha256.slice(0, 16) }),
    parts: [
      ...part("judgement", [
        say(`glossary.level.${pack.judgement.level}`),
        ...pack.judgement.reasons.map(reasonOf).filter(Boolean),
      ]),
      { kind: "heading", text: say("handover.part.contract") },
      {
        kind: "pairs",
        rows: [
          figure("revenue", money(figures.revenue12mMinor)),
          figure("atRisk", money(figures.valueAtRiskMinor)),
          figure("lastOrder", dayOr(figures.lastOrderOn)),
          figure("nextOrder", dayOr(figures.nextExpectedOn)),
          figure(
            "contract",
            say("handover.figure.contractSpan", {
              from: dayOr(contract.startOn),
              to: dayOr(contract.endOn),
            }),
          ),
          ...(contract.paymentTermsDays === null
            ? []
            : [
                figure(
                  "paymentTerms",
                  say("handover.figure.paymentDays", { count: contract.paymentTermsDays }),
                ),
              ]),
          ...(contract.creditLimitMinor === null
            ? []
            : [
                figure(
                  "creditLimit",
                  money(contract.creditLimitMinor, contract.currency ?? pack.baseCurrency),
                ),
              ]),
        ],
      },
      { kind: "heading", text: say("handover.part.relationship") },
      relationship === null
        ? { kind: "quiet", text: say("handover.none.relationship") }
        : {
            kind: "pairs",
            rows: [
              figure(
                "support",
                relationship.supportIndex === null
                  ? say("app.notApplicable")
                  : String(Math.round(relationship.supportIndex)),
              ),
              figure(
                "coverage",
                relationship.coverage === null
                  ? say("app.notApplicable")
                  : formatShare(relationship.coverage),
              ),
              figure("threads", String(relationship.threadCount)),
              figure("busFactor", String(relationship.busFactor)),
            ],
          },
      ...(pack.profileHidden
        ? [{ kind: "quiet", text: say("handover.packHidden") } satisfies PaperPart]
        : []),
      ...part(
        "people",
        pack.people.map((person) => personLine(say, person)),
      ),
      ...part(
        "signals",
        pack.signals.map(({ kind, reason }) =>
          joined([say(`glossary.signalKind.${kind}`), reasonOf(reason)]),
        ),
      ),
      ...part(
        "tasks",
        pack.tasks.map(({ title, dueOn, owner }) => joined([title, due(dueOn), owned(owner)])),
      ),
      ...part(
        "cases",
        pack.cases.map(({ number, title, level, status, handler }) =>
          joined([
            `#${number} ${title}`,
            say(`case.level.${level}`),
            say(`case.status.${status}`),
            owned(handler),
          ]),
        ),
      ),
      ...part(
        "promises",
        pack.promises.map(({ title, dueOn, owner }) => joined([title, due(dueOn), owned(owner)])),
      ),
      ...part(
        "obligations",
        pack.obligations.map(({ kind, dueOn, owner }) =>
          joined([say(`glossary.obligationKind.${kind}`), due(dueOn), owned(owner)]),
        ),
      ),
      ...part(
        "rescues",
        pack.rescues.map(({ goal, stakeMinor, owner }) =>
          joined([goal, say("handover.figure.stake", { amount: money(stakeMinor) }), owned(owner)]),
        ),
      ),
      ...part(
        "changes",
        pack.requirementChanges.map((change) =>
          joined([
            change.title,
            say(`requirementChange.status.${change.status}`),
            money(change.feeMinor, change.currency),
            say("handover.figure.days", { days: change.scheduleDays }),
            change.workStartedOn && say("handover.figure.started", { on: change.workStartedOn }),
          ]),
        ),
      ),
      ...part(
        "consents",
        (pack.consents ?? []).map(({ person, scope, expiresOn }) =>
          joined([
            person.name,
            scope.map((one) => say(`glossary.consentScope.${one}`)).join(say("handover.comma")),
            say("handover.figure.until", { on: expiresOn }),
          ]),
        ),
        pack.consents === null ? "handover.none.consentsHidden" : "handover.none.consents",
      ),
      ...part(
        "interactions",
        pack.interactions.map((contact) =>
          joined([
            formatDay(contact.occurredOn, locale),
            say(`glossary.interactionKind.${contact.kind}`),
            contact.people.join(say("handover.comma")),
            contact.summary,
          ]),
        ),
      ),
      ...part(
        "days",
        pack.days.map((day) => dayLine(say, locale, day)),
      ),
      ...part(
        "plans",
        pack.calendarEntries.map((plan) =>
          joined([
            formatDay(plan.onDate, locale),
            say(`handover.planKind.${plan.kind}`),
            plan.title,
            plan.isRecurring && say("handover.figure.recurring"),
            owned(plan.owner),
          ]),
        ),
      ),
    ],
  };
};
