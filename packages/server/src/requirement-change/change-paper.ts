import type { ChangeDetail, ChangeVersion } from "@mainstay/contract/requirement-change";
import { formatDay } from "@mainstay/phrases/format/format-day";
import { formatMoney } from "@mainstay/phrases/format/format-money";
import type { Locale } from "@mainstay/phrases/locale";
import { createVoice } from "@mainstay/phrases/render";
import { requirementChangeEn } from "@mainstay/phrases/requirement-change/en";
import { requirementChangeZh } from "@mainstay/phrases/requirement-change/zh";
import type { Paper, PaperPart } from "../platform/paper/paper.ts";

interface Printer {
  readonly locale: Locale;
  readonly name: string;
}

/**
 * 需求变更确认书 The paper both sides sign: what changes, fee and schedule, what differs from the version before, and the hash by
 * which the version is known. A version that was not sent is marked as a draft.
 */
export const changePaper = (
  change: ChangeDetail,
  version: ChangeVersion,
  { locale, name }: Printer,
  isDraft = false,
): Paper => {
  const words = { requirementChange: locale === "en" ? requirementChangeEn : requirementChangeZh };
  const voice = createVoice(locale, words, { amountUnit: "yuan" });
  const translate = voice.t.bind(voice) as unknown as (key: string, params: object) => string;
  const say = (key: string, params: object = {}) => translate(`requirementChange.${key}`, params);
  const money = (minor: number, currency: string) =>
    minor === 0
      ? say("feeSame")
      : `${minor > 0 ? "+" : "−"}${formatMoney(Math.abs(minor), currency, locale, { unit: "yuan" })}`;
  const days = (count: number) =>
    count === 0
      ? say("days.same")
      : say(count > 0 ? "days.later" : "days.earlier", { count: Math.abs(count) });
  const dayOr = (on: string | null) => (on === null ? say("paper.noDay") : formatDay(on, locale));
  const before = change.versions.find(({ number }) => number === version.number - 1);
  const valueOf = (of: ChangeVersion, field: ChangeVersion["changed"][number]): string => {
    if (field === "feeMinor") return money(of.feeMinor, of.currency);
    if (field === "scheduleDays") return days(of.scheduleDays);
    if (field === "deliverOn") return dayOr(of.deliverOn);
    return field === "currency" ? of.currency : "";
  };
  const differences =
    before === undefined
      ? []
      : version.changed
          .filter((field) => field !== "title")
          .map((field) =>
            field === "scope"
              ? say("paper.scopeChanged")
              : say("paper.wasNow", {
                  field: say(`field.${field}`),
                  was: valueOf(before, field),
                  now: valueOf(version, field),
                }),
          );
  const parts: PaperPart[] = [
    ...(isDraft ? [{ kind: "quiet", text: say("paper.draftMark") } satisfies PaperPart] : []),
    {
      kind: "pairs",
      rows: [
        [say("paper.customer"), change.account.name],
        [say("paper.supplier"), name],
        [say("paper.project"), change.project?.name ?? say("noProject")],
        [say("field.title"), change.title],
      ],
    },
    { kind: "heading", text: say("paper.content") },
    { kind: "paragraph", text: version.scope },
    { kind: "heading", text: say("paper.impact") },
    {
      kind: "pairs",
      rows: [
        [say("paper.fee"), money(version.feeMinor, version.currency)],
        [say("paper.schedule"), days(version.scheduleDays)],
        [say("paper.deliverOn"), dayOr(version.deliverOn)],
      ],
    },
    ...(differences.length > 0
      ? ([
          { kind: "heading", text: say("paper.before") },
          { kind: "list", items: differences },
        ] satisfies PaperPart[])
      : []),
    { kind: "paragraph", text: say("paper.effect") },
    { kind: "heading", text: say("paper.sign") },
    {
      kind: "table",
      head: ["", say("paper.signer"), say("paper.signature"), say("paper.date")],
      rows: [
        [say("paper.signOurs"), "\n\n", "", ""],
        [say("paper.signTheirs"), "\n\n", "", ""],
      ],
    },
    { kind: "quiet", text: say("paper.hash", { hash: version.contentSha256 }) },
  ];
  return {
    title: say("paper.title"),
    subtitle: say("paper.subtitle", { account: change.account.name, number: version.number }),
    locale,
    footer: say("paper.footer", {
      id: change.id,
      number: version.number,
      hash: version.contentSha256.slice(0, 16),
    }),
    parts,
  };
};
