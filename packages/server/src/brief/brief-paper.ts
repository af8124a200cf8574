import type { BriefPerson, BriefView } from "@mainstay/contract/brief";
import { adviceForStyle } from "@mainstay/domain/behaviour-style/style-advice";
import { pairLevelNames } from "@mainstay/domain/pair-level/pair-level";
import { en } from "@mainstay/phrases/en";
import { laterEn } from "@mainstay/phrases/later-en";
import { laterZh } from "@mainstay/phrases/later-zh";
import { formatDay, formatShortDay } from "@mainstay/phrases/format/format-day";
import { formatLunarDay } from "@mainstay/phrases/format/format-lunar";
import { type AmountUnit, formatMoney } from "@mainstay/phrases/format/format-money";
import { formatShare } from "@mainstay/phrases/format/format-number";
import type { Locale } from "@mainstay/phrases/locale";
import {
  isEvaluationReason,
  renderEvaluationReason,
} from "@mainstay/phrases/reason/render-evaluation-reason";
import { createVoice } from "@mainstay/phrases/render";
import { zh } from "@mainstay/phrases/zh";
import type { PdfBlock, PdfDefinition } from "../platform/pdf/pdf-definition.ts";

type Say = (key: string, params?: Record<string, unknown>) => string;

/** The brief as a paper of one page, in the reader's language. */
export const briefPaper = (
  brief: BriefView,
  locale: Locale,
  amountUnit: AmountUnit,
): PdfDefinition => {
  const voice = createVoice(
    locale,
    locale === "en" ? { ...en, ...laterEn } : { ...zh, ...laterZh },
    { amountUnit },
  );
  const translate = voice.t.bind(voice) as unknown as (key: string, params: object) => string;
  const say: Say = (key, params = {}) => translate(key, params);
  const reasonOf = (reason: { code: string; params: Record<string, unknown> }): string =>
    isEvaluationReason(reason) ? renderEvaluationReason(reason, locale, { amountUnit }) : "";
  const money = (minor: number) =>
    formatMoney(minor, brief.baseCurrency, locale, { unit: amountUnit });
  const dayOr = (on: string | null) =>
    on === null ? say("app.notApplicable") : formatShortDay(on, locale, brief.today);
  const title = say("brief.titleOf", { account: brief.account.name });
  const part = (key: string): PdfBlock => ({
    text: say(key),
    style: "subheading",
    margin: [0, 7, 0, 2],
  });
  const list = (items: readonly string[], none: string): PdfBlock =>
    items.length === 0
      ? { text: say(none), style: "quiet" }
      : { ul: items.map((text) => ({ text })) };
  const { figures, relationship } = brief;
  const facts = [
    `${say("brief.revenue")} ${money(figures.revenue12mMinor)}`,
    `${say("brief.atRisk")} ${money(figures.valueAtRiskMinor)}`,
    `${say("brief.lastOrder")} ${dayOr(figures.lastOrderOn)}`,
    `${say("brief.nextOrder")} ${dayOr(figures.nextExpectedOn)}`,
    ...(relationship?.supportIndex != null
      ? [
          `${say("brief.support")} ${say("brief.supportValue", {
            index: String(Math.round(relationship.supportIndex)),
            known: formatShare(relationship.knownShare ?? 0),
          })}`,
          `${say("brief.coverage")} ${formatShare(relationship.coverage ?? 0)}`,
        ]
      : []),
  ];
  return {
    title,
    locale,
    footer: say("brief.for", { name: brief.preparedFor, on: brief.visitOn }),
    content: [
      {
        fontSize: 8.5,
        stack: [
          { text: title, style: "title", fontSize: 15, margin: [0, 0, 0, 2] },
          {
            text: [say("brief.for", { name: brief.preparedFor, on: brief.visitOn }), brief.purpose]
              .filter(Boolean)
              .join(" · "),
            style: "quiet",
          },
          part("brief.judgement"),
          {
            text: [
              { text: `${say(`glossary.level.${brief.judgement.level}`)}  `, bold: true },
              brief.judgement.reasons.map(reasonOf).join(" ") || say("brief.noJudgement"),
            ],
          },
          { text: facts.join("   "), style: "quiet", margin: [0, 2, 0, 0] },
          part("brief.people"),
          ...(brief.profileHidden ? [{ text: say("brief.hidden"), style: "quiet" as const }] : []),
          ...(brief.people.length === 0
            ? [{ text: say("brief.peopleNone"), style: "quiet" as const }]
            : [peopleTable(brief.people, say, locale, brief.today)]),
          {
            columns: [
              {
                stack: [
                  part("brief.questions"),
                  list(
                    brief.questions.map((question) => questionWords(question, say)),
                    "brief.questionsNone",
                  ),
                  part("brief.cases"),
                  list(
                    brief.cases.map(({ number, title: what, level, status, handler }) =>
                      [
                        `#${number} ${what}`,
                        say(`case.level.${level}`),
                        say(`case.status.${status}`),
                        handler,
                      ]
                        .filter(Boolean)
                        .join(" · "),
                    ),
                    "brief.casesNone",
                  ),
                  part("brief.promises"),
                  list(
                    brief.promises.map(({ title: what, dueOn, owner }) =>
                      [
                        what,
                        dueOn === null ? say("brief.noDue") : say("brief.due", { on: dueOn }),
                        dueOn !== null && dueOn < brief.today ? say("brief.overdue") : null,
                        owner,
                      ]
                        .filter(Boolean)
                        .join(" · "),
                    ),
                    "brief.promisesNone",
                  ),
                ],
              },
              {
                stack: [
                  part("brief.signals"),
                  list(
                    brief.signals.map(({ kind, play }) =>
                      [say(`glossary.signalKind.${kind}`), play && say(`glossary.play.${play}`)]
                        .filter(Boolean)
                        .join(" "),
                    ),
                    "brief.signalsNone",
                  ),
                  part("brief.contacts"),
                  list(
                    brief.interactions.map(
                      ({ occurredOn, kind, people, summary }) =>
                        `${dayOr(occurredOn)} ${say(`glossary.interactionKind.${kind}`)} ${people.join(say("brief.comma"))} ${shorten(summary)}`,
                    ),
                    "brief.contactsNone",
                  ),
                ],
              },
            ],
            columnGap: 18,
          },
          ...(brief.days.length === 0
            ? []
            : [
                part("brief.days"),
                {
                  text: brief.days
                    .map(
                      (day) =>
                        `${formatDay(day.on, locale)} (${formatLunarDay(day.lunar, locale)}) ${dayWords(day, say)}`,
                    )
                    .join("   "),
                },
              ]),
        ],
      },
    ],
  };
};

const longestSummary = 90;
const shorten = (text: string): string =>
  text.length <= longestSummary ? text : `${text.slice(0, longestSummary)}…`;

const questionWords = ({ code, params }: BriefView["questions"][number], say: Say): string => {
  if (code === "signal") return say(`brief.signalQuestion.${String(params["kind"])}`);
  if (code === "topic") return say(`brief.topicQuestion.${String(params["topic"])}`);
  return say(`brief.question.${code}`, params);
};

const dayWords = (day: BriefView["days"][number], say: Say): string => {
  const name = day.person?.name ?? day.account?.name ?? "";
  if (day.kind === "birthday")
    return say(day.calendar === "lunar" ? "day.lunarBirthdayOf" : "day.birthdayOf", { name });
  if (day.kind === "work_anniversary") return say("day.inJob", { name, count: day.years ?? 0 });
  if (day.kind === "cooperation_anniversary")
    return say("day.cooperation", { name, count: day.years ?? 0 });
  return say(`day.festival.${day.festival ?? "new_year"}`);
};

const peopleTable = (
  people: readonly BriefPerson[],
  say: Say,
  locale: Locale,
  today: string,
): PdfBlock => ({
  table: {
    widths: [120, "*"],
    body: people.map((person) => {
      const advice = person.style === null ? null : adviceForStyle(person.style);
      const join = (group: "styleDo" | "styleDont", ids: readonly string[]) =>
        ids.map((one) => say(`chain.${group}.${one}`)).join(say("brief.comma"));
      const stance = person.stance && say(`glossary.stance.${person.stance.value}`);
      const lines = [
        person.play &&
          `${say(`chain.play.${person.play}`)}: ${say(`chain.playHow.${person.play}`)}`,
        advice &&
          `${say(`glossary.behaviourStyle.${person.style ?? ""}`)}: ${say("brief.dos")} ${join("styleDo", advice.dos)}; ${say("brief.donts")} ${join("styleDont", advice.donts)}`,
        `${say("brief.bring")}: ${say(`brief.material.${person.material}`)}`,
        [
          person.lastContactOn === null
            ? say("brief.neverMet")
            : `${say("brief.lastContact", { on: formatShortDay(person.lastContactOn, locale, today) })}`,
          person.pair &&
            say("brief.pair", {
              user: person.pair.userName,
              level: say(
                `glossary.pairLevel.${pairLevelNames[person.pair.current - 1] ?? "no_contact"}`,
              ),
            }),
        ]
          .filter(Boolean)
          .join(" · "),
      ].filter((line): line is string => Boolean(line));
      return [
        {
          stack: [
            { text: person.name, bold: true },
            {
              text: [
                [person.title, person.department].filter(Boolean).join(" · "),
                person.role && say(`glossary.buyingRole.${person.role}`),
                stance && (person.stance?.isStale ? say("chain.staleStance", { stance }) : stance),
              ]
                .filter(Boolean)
                .join("\n"),
              style: "quiet" as const,
            },
          ],
        },
        { stack: lines.map((text) => ({ text })) },
      ];
    }),
  },
  layout: "lightHorizontalLines",
});
