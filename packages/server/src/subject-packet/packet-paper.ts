import { formatInstant } from "@mainstay/phrases/format/format-day";
import { packetWords } from "@mainstay/phrases/privacy/packet-words";
import type { Paper, PaperPart } from "../platform/paper/paper.ts";
import type { PacketRow, SubjectPacket } from "./make-packet.ts";
import { packetSectionNames } from "./packet-sections.ts";
import { packetValueWords } from "./packet-value-words.ts";

/** Files are handed over beside the paper, not printed into it. */
const notPrinted: ReadonlySet<string> = new Set(["content", "sha256", "textVersion"]);

/** The packet as a paper in the person's language; what a section holds nothing of is said too. */
export const packetPaper = (packet: SubjectPacket, timeZone: string): Paper => {
  const { locale, sections } = packet;
  const words = packetWords[locale];
  const say = packetValueWords(locale, timeZone);
  const name = String(sections.identity[0]?.["name"] ?? "");
  const pairs = (row: PacketRow): PaperPart => ({
    kind: "pairs",
    rows: Object.entries(row)
      .filter(([field]) => !notPrinted.has(field))
      .map(([field, value]) => [words.field[field] ?? field, say(field, value)] as const)
      .filter(([, value]) => value !== ""),
  });
  const parts = packetSectionNames.flatMap((section): PaperPart[] => {
    const rows = sections[section];
    const heading: PaperPart = { kind: "heading", text: words.section[section] };
    if (rows.length === 0) return [heading, { kind: "quiet", text: words.nothing }];
    return [
      heading,
      ...rows.flatMap((row, i): PaperPart[] =>
        rows.length === 1
          ? [pairs(row)]
          : [{ kind: "subheading", text: words.entry(i + 1) }, pairs(row)],
      ),
    ];
  });
  return {
    title: words.title(name),
    subtitle: words.made(packet.handler, packet.madeBy, formatInstant(packet.madeAt, timeZone)),
    locale,
    footer: words.confidential,
    parts: [{ kind: "paragraph", text: words.opening }, ...parts],
  };
};
