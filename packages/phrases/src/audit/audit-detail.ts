import { formatNumber } from "../format/format-number.ts";

/** One thing that an act's detail says, in words. */
export interface AuditDetailLine {
  readonly name: string;
  readonly value: string;
}

/** What the lines need of a voice; the page's and the server's both fit. */
interface Voice {
  readonly t: (key: string, params?: Record<string, unknown>) => string;
  readonly exists: (key: string) => boolean;
}

/** Where the words of a value stand, by the name it goes under; the first namespace that knows the value speaks. */
const namespaces: Readonly<Record<string, readonly string[]>> = {
  role: ["glossary.role", "glossary.buyingRole"],
  stage: ["glossary.stage"],
  how: ["lifecycle.how"],
  as: ["setting.workdays.importAs"],
  visibility: ["glossary.visibility"],
  scopes: ["glossary.scope"],
  outcome: ["glossary.outcome"],
  status: ["glossary.taskStatus", "glossary.signalStatus", "glossary.projectStatus"],
  from: ["glossary.segment", "glossary.pairLevel", "glossary.stage"],
  to: ["glossary.segment", "glossary.pairLevel"],
  stance: ["glossary.stance"],
  level: ["glossary.pairLevel", "glossary.level"],
  kind: [
    "glossary.interactionKind",
    "glossary.importKind",
    "glossary.signalKind",
    "glossary.factKind",
    "fact.kind",
    "glossary.tieKind",
    "approval.kind",
  ],
  finding: ["audit.findingKind"],
  columns: ["account.columns"],
  seat: ["accountTeam.seat", "handover.seat"],
  side: ["handover.side"],
  because: ["handover.because", "handover.dropReason"],
  itemKey: ["handover.item"],
  openItems: ["handover.item"],
  changed: ["requirementChange.field"],
  approverRole: ["glossary.role"],
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const empty = (value: unknown) => value === null || value === undefined || value === "";

/**
 * The detail of an act as lines of words. Ids are left out: what they stand for is linked beside, and the export has them.
 */
export const auditDetailLines = (
  voice: Voice,
  detail: Readonly<Record<string, unknown>>,
): AuditDetailLine[] =>
  Object.entries(detail).flatMap(([key, value]) => {
    const words = valueWords(voice, key, value);
    return words === "" ? [] : [{ name: nameWords(voice, key), value: words }];
  });

const nameWords = (voice: Voice, key: string): string => {
  const own = `audit.detail.${key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
  return voice.t(voice.exists(own) ? own : "audit.detail.more");
};

const valueWords = (voice: Voice, key: string, value: unknown): string => {
  if (empty(value)) return "";
  if (typeof value === "boolean") return voice.t(value ? "audit.value.yes" : "audit.value.no");
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "string") return textWords(voice, key, value);
  if (Array.isArray(value)) {
    const parts = value.map((one) => valueWords(voice, key, one)).filter((one) => one !== "");
    return parts.join(voice.t("audit.value.comma"));
  }
  return recordWords(voice, key, value as Record<string, unknown>);
};

const textWords = (voice: Voice, key: string, value: string): string => {
  if (uuid.test(value)) return "";
  const known = (namespaces[key] ?? []).map((one) => `${one}.${value}`).find(voice.exists);
  return known === undefined ? value : voice.t(known);
};

const recordWords = (voice: Voice, key: string, value: Record<string, unknown>): string => {
  if ("from" in value && "to" in value) {
    const side = (one: unknown) => valueWords(voice, key, one) || voice.t("audit.value.nothing");
    return voice.t("audit.value.change", { from: side(value.from), to: side(value.to) });
  }
  return auditDetailLines(voice, value)
    .map((line) => voice.t("audit.value.line", { ...line }))
    .join(voice.t("audit.value.comma"));
};
