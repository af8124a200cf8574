import type { IncidentView } from "@mainstay/contract/incident";
import type { NoticeAudience } from "@mainstay/domain/privacy/incident";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { privacyGlossaryEn } from "@mainstay/phrases/glossary/privacy-en";
import { privacyGlossaryZh } from "@mainstay/phrases/glossary/privacy-zh";
import type { Locale } from "@mainstay/phrases/locale";
import { incidentWords } from "@mainstay/phrases/privacy/incident-words";
import type { Paper } from "../platform/paper/paper.ts";

/** The notice of Article 57: kinds, cause, possible harm, our measures and what the person can do, contact. */
export const incidentPaper = (
  incident: IncidentView,
  audience: NoticeAudience,
  locale: Locale,
  from: { handlerName: string; timeZone: string; today: string },
): Paper => {
  const words = incidentWords[locale];
  const terms = locale === "en" ? privacyGlossaryEn : privacyGlossaryZh;
  const at = (instant: string | null) =>
    instant === null ? words.unknown : formatInstant(instant, from.timeZone);
  const kinds = incident.kinds.map((kind) => terms.factKind[kind]);
  const or = (text: string) => (text.trim() === "" ? words.stillUnderWay : text);
  return {
    title: words.title[audience],
    subtitle: `${from.handlerName} · ${from.today}`,
    locale,
    footer: from.handlerName,
    parts: [
      { kind: "paragraph", text: words.opening[audience](from.handlerName) },
      { kind: "heading", text: words.what },
      {
        kind: "pairs",
        rows: [
          [words.incident, incident.title],
          [words.happened, at(incident.happenedAt)],
          [words.discovered, at(incident.discoveredAt)],
          [words.kinds, kinds.length > 0 ? kinds.join(words.comma) : words.stillUnderWay],
          ...(audience === "authority"
            ? [
                [
                  words.persons,
                  incident.personsAffected === null
                    ? words.stillUnderWay
                    : String(incident.personsAffected),
                ] as const,
              ]
            : []),
        ],
      },
      { kind: "heading", text: words.cause },
      { kind: "paragraph", text: or(incident.cause) },
      { kind: "heading", text: words.harm },
      { kind: "paragraph", text: or(incident.harm) },
      { kind: "heading", text: words.measures[audience] },
      { kind: "paragraph", text: or(incident.measures) },
      ...(audience === "authority" && incident.noNoticeBecause
        ? [
            { kind: "heading" as const, text: words.noNotice },
            { kind: "paragraph" as const, text: incident.noNoticeBecause },
          ]
        : []),
      { kind: "heading", text: words.contact },
      { kind: "paragraph", text: or(incident.contact) },
    ],
  };
};
