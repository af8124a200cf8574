import type { ObligationKind } from "@mainstay/domain/obligation/obligation-kind";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { atStart, inSentence } from "../format/in-sentence.ts";
import { glossaryEn } from "../glossary/en.ts";
import type { ReasonWords } from "./reason-words.ts";
import type { Speaker } from "./speaker.ts";

const withArticle = (term: string) => {
  const words = inSentence(term, "en");
  return `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;
};
const dutyEn = (kind: ObligationKind) => withArticle(glossaryEn.obligationKind[kind]);

const counted = (say: Speaker, count: number, one: string, other: string): string =>
  `${say.number(count)} ${count === 1 ? one : other}`;

const scaleEn: Readonly<Record<VoiceScale, string>> = {
  nps: "recommendation (0–10)",
  csat: "satisfaction (1–5)",
  ces: "ease (1–7)",
};

/** Under two days in hours, else in days. */
const spanEn = (hours: number, say: Speaker): string =>
  hours < 48
    ? counted(say, hours, "hour", "hours")
    : counted(say, Math.floor(hours / 24), "day", "days");

/** Sentences of the cycle's signals. */
export const cycleReasonsEn: ReasonWords<"cycle"> = {
  "cycle.cadence_missed": (p, say) =>
    p.duties === 1
      ? `${atStart(dutyEn(p.kind))} was due by ${say.day(p.dueOn)} and is ${counted(say, p.days, "day", "days")} overdue.`
      : `${say.number(p.duties)} duties were not done in time; the oldest, ${dutyEn(p.kind)}, was due by ${say.day(p.dueOn)}, ${counted(say, p.days, "day", "days")} ago.`,
  "cycle.contract_ending": (p, say) =>
    p.days < 0
      ? `The contract ended on ${say.day(p.endsOn)}, ${counted(say, -p.days, "day", "days")} ago, and was not renewed.`
      : p.days === 0
        ? "The contract ends today."
        : `The contract ends on ${say.day(p.endsOn)}, in ${counted(say, p.days, "day", "days")}.`,
  "cycle.key_contact_left": (p, say) => {
    if (p.people === 1)
      return `${p.person === "" ? "A key contact" : `${p.person}, a key contact,`} left on ${say.day(p.endedOn)}, and nobody has taken the relation over.`;
    const who =
      p.person === ""
        ? `${say.number(p.people)} key contacts`
        : `${p.person} and ${counted(say, p.people - 1, "other key contact", "other key contacts")}`;
    return `${who} left (the first on ${say.day(p.endedOn)}), and nobody has taken the relations over.`;
  },
  "cycle.stance_fell": (p, say) =>
    `In the latest judgements ${counted(say, p.people, "person thinks", "people think")} less of us than before (last on ${say.day(p.lastOn)}).`,
  "cycle.handover_overdue": (p, say) => {
    const what =
      p.seat === null
        ? "The handover after their contact changed"
        : `The ${inSentence(glossaryEn.seat[p.seat], "en")}'s handover`;
    const more =
      p.handovers > 1
        ? ` ${counted(say, p.handovers - 1, "other is", "others are")} late too.`
        : "";
    return p.days === 0
      ? `${what} passed its hour today, and nobody has accepted it.${more}`
      : `${what} was due on ${say.day(p.dueOn)}, ${counted(say, p.days, "day", "days")} ago, and nobody has accepted it.${more}`;
  },
  "cycle.team_incomplete": (p) =>
    `The service policy asks for ${p.seats.map((seat) => withArticle(glossaryEn.seat[seat])).join(" and ")}, and nobody is named.`,
  "cycle.requirement_change_unconfirmed": (p, say) =>
    p.started > 0
      ? `${counted(say, p.changes, "requirement change is", "requirement changes are")} not confirmed by both sides, ${say.number(p.started)} of them already worked on; the oldest since ${say.day(p.sinceOn)}, ${counted(say, p.days, "day", "days")} ago.`
      : `${counted(say, p.changes, "requirement change waits", "requirement changes wait")} for both sides' word, the oldest for ${counted(say, p.days, "day", "days")}.`,
  "cycle.satisfaction_dropped": (p, say) =>
    `The newest mean of ${scaleEn[p.scale]} is ${say.number(p.to)} (n = ${say.number(p.toAnswers)}), down from ${say.number(p.from)} (n = ${say.number(p.fromAnswers)}); last answer on ${say.day(p.answeredOn)}.`,
  "cycle.economic_buyer_dissatisfied": (p, say) =>
    p.people === 1
      ? `The economic buyer gave ${say.number(p.score)} for ${scaleEn[p.scale]} on ${say.day(p.answeredOn)}; this is not averaged away.`
      : `${say.number(p.people)} economic buyers are dissatisfied; the newest gave ${say.number(p.score)} for ${scaleEn[p.scale]} on ${say.day(p.answeredOn)}.`,
  "cycle.complaint_overdue": (p, say) =>
    `${counted(say, p.cases, "case is", "cases are")} past the promised time, the gravest of level ${inSentence(glossaryEn.caseLevel[p.level], "en")}; the oldest was due by ${say.day(p.dueOn)} and is ${spanEn(p.hours, say)} late.`,
  "cycle.complaint_repeated": (p, say) =>
    `${counted(say, p.cases, "complaint or fault", "complaints or faults")} within ${counted(say, p.withinDays, "day", "days")}${p.reopened > 0 ? `, ${say.number(p.reopened)} of them sent back after a solution` : ""}.`,
  "cycle.promise_broken": (p, say) => {
    const parts = [
      p.late > 0 ? counted(say, p.late, "promise is late", "promises are late") : "",
      p.broken > 0 ? counted(say, p.broken, "promise was broken", "promises were broken") : "",
    ].filter(Boolean);
    return `${parts.join(" and ")}; the oldest was due by ${say.day(p.dueOn)}, ${counted(say, p.days, "day", "days")} ago.`;
  },
};
