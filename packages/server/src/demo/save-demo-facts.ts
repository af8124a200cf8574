import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { ConsentScope } from "@mainstay/domain/fact/consent-scope";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { listConsentTexts, takeConsentText } from "../consent/consent-text-queries.ts";
import { newId } from "../platform/clock/new-id.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { PlacedMember } from "./save-demo-chains.ts";

interface DemoFact {
  readonly kind: FactKind;
  readonly value: object;
}

const factsOf = ({ birthday, school, hometown }: PlacedMember): DemoFact[] => [
  ...(birthday === null
    ? []
    : [
        {
          kind: "birthday" as const,
          value: { shape: "anniversary", ...birthday, year: null, isLeapMonth: false },
        },
      ]),
  ...(school === null
    ? []
    : [{ kind: "school" as const, value: { shape: "words", words: school } }]),
  ...(hometown === null
    ? []
    : [{ kind: "hometown" as const, value: { shape: "words", words: hometown } }]),
];

/**
 * A few lawful facts about the demo's people: each rests on a consent to a shipped text that covers its kind, was
 * verified within the last months and ends two years after.
 */
export const saveDemoFacts = async (
  tx: Tx,
  tenantId: TenantId,
  everybody: readonly PlacedMember[],
  today: DayNumber,
): Promise<void> => {
  const texts = await listConsentTexts(tx, tenantId, "zh-CN");
  const consents: (readonly (string | boolean | readonly string[] | null)[])[] = [];
  const facts: (readonly (string | null)[])[] = [];
  const taken = new Map<string, { textVersion: string; purpose: string; scope: ConsentScope[] }>();
  const textFor = async (kind: FactKind) => {
    const text = texts.find(({ scope }) => scope.includes(kind));
    if (!text) throw new Error(`no shipped consent text covers ${kind}`);
    const known = taken.get(text.id);
    if (known) return known;
    await takeConsentText(tx, tenantId, "zh-CN", text.id);
    const own = { textVersion: text.text_version, purpose: text.purpose, scope: [...text.scope] };
    taken.set(text.id, own);
    return own;
  };
  for (const [index, member] of everybody.entries()) {
    const consentOf = new Map<string, string>();
    const askedOn = today - 20 - (index % 200);
    for (const { kind, value } of factsOf(member)) {
      const { textVersion, purpose, scope } = await textFor(kind);
      let consentId = consentOf.get(textVersion);
      if (consentId === undefined) {
        consentId = newId();
        consentOf.set(textVersion, consentId);
        consents.push([
          tenantId,
          consentId,
          member.personId,
          scope,
          false,
          purpose,
          textVersion,
          "paper",
          `${isoFromDayNumber(askedOn)}T02:00:00Z`,
          `${isoFromDayNumber(askedOn + 730)}T02:00:00Z`,
          member.manager,
        ]);
      }
      facts.push([
        tenantId,
        newId(),
        member.personId,
        kind,
        "P",
        JSON.stringify(value),
        "consent",
        purpose,
        "本人在拜访时告知",
        consentId,
        member.manager,
        isoFromDayNumber(askedOn),
        isoFromDayNumber(askedOn),
        isoFromDayNumber(askedOn + 700),
      ]);
    }
  }
  await copyInto(
    tx,
    "consent",
    "tenant_id id person_id scope is_sensitive purpose text_version method given_at expires_at collected_by".split(
      " ",
    ),
    consents,
  );
  await copyInto(
    tx,
    "fact",
    "tenant_id id person_id kind class value basis purpose source consent_id collected_by collected_on verified_on expires_on".split(
      " ",
    ),
    facts,
  );
};
