import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { consentGap } from "@mainstay/domain/fact/consent-cover";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import type { ConsentPaper, PersonState } from "./fact-papers.ts";

/** A person a row may mean. */
export interface PersonOnFile extends PersonState {
  readonly id: string;
  readonly externalId: string | null;
  readonly accounts: readonly string[];
  readonly held: Set<FactKind>;
  readonly consents: (ConsentPaper & { readonly id: string })[];
}

/** Everybody the rows may mean, by number or name, with what is held and consented to. */
export const findPersonsOfFile = async (
  tx: Tx,
  of: { readonly tenantId: string; readonly timeZone: string },
  named: { readonly numbers: readonly string[]; readonly names: readonly string[] },
): Promise<PersonOnFile[]> => {
  const persons = await sql<Omit<PersonOnFile, "held" | "consents">>`
    select p.id, p.external_id as "externalId", p.name, (p.restricted_at is not null) as "isRestricted",
      p.is_placeholder as "isPlaceholder", p.no_profiling as "hasObjectedToProfiling",
      array(select unnest(array[a.name, a.external_id, a.short_name]) from position j
        join account a on a.tenant_id = j.tenant_id and a.id = j.account_id
        where j.tenant_id = p.tenant_id and j.person_id = p.id) as accounts
    from person p where p.tenant_id = ${of.tenantId}::uuid
      and (p.external_id = any(${[...named.numbers]}::text[]) or p.name = any(${[...named.names]}::text[]))
    for share of p`.execute(tx);
  const found = new Map(
    persons.rows.map((person): [string, PersonOnFile] => [
      person.id,
      { ...person, held: new Set<FactKind>(), consents: [] },
    ]),
  );
  const ids = [...found.keys()];
  const held = await sql<{ person_id: string; kind: FactKind }>`
    select person_id, kind from fact where tenant_id = ${of.tenantId}::uuid and person_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  for (const { person_id, kind } of held.rows) found.get(person_id)?.held.add(kind);
  const consents = await sql<ConsentPaper & { id: string; personId: string }>`
    select c.id, c.person_id as "personId", c.scope, c.purpose, (c.given_at at time zone ${of.timeZone})::date as "givenOn",
      (c.expires_at at time zone ${of.timeZone})::date as "expiresOn", (c.withdrawn_at is not null) as "isWithdrawn",
      (coalesce(c.given_by_guardian, '') <> '') as "isByGuardian",
      exists (select 1 from consent_text t where t.tenant_id = c.tenant_id and t.text_version = c.text_version
        and t.replaced_by is not null) as "isTextReplaced"
    from consent c where c.tenant_id = ${of.tenantId}::uuid and c.person_id = any(${ids}::uuid[])
    order by c.given_at desc for share of c`.execute(tx);
  for (const consent of consents.rows) found.get(consent.personId)?.consents.push(consent);
  return [...found.values()];
};

/** The one person a row means, or why there is none. */
export const personOfRow = (
  persons: readonly PersonOnFile[],
  row: { readonly name: string; readonly number: string | null; readonly customer: string | null },
): PersonOnFile | "person_unknown" | "person_ambiguous" => {
  const fits = persons.filter((person) =>
    row.number === null ? person.name === row.name : person.externalId === row.number,
  );
  const there =
    row.customer === null
      ? fits
      : fits.filter(({ accounts }) => accounts.includes(row.customer ?? ""));
  const [only, other] = there;
  if (only === undefined) return "person_unknown";
  return other === undefined ? only : "person_ambiguous";
};

/** The consent a row leans on: the one it names, else the newest that carries the kind (for the purpose it names). */
export const consentOfRow = (
  person: PersonOnFile,
  kind: FactKind,
  named: { readonly consentId: string | null; readonly purpose: string },
  today: IsoDay,
): PersonOnFile["consents"][number] | null => {
  if (named.consentId !== null)
    return person.consents.find(({ id }) => id === named.consentId) ?? null;
  const fitting = person.consents.filter(({ scope }) => scope.includes(kind));
  const carries = fitting.find(
    (one) => consentGap(kind, named.purpose || one.purpose, one, today) === null,
  );
  return carries ?? fitting[0] ?? null;
};
