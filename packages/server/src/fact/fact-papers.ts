import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { ConsentScope } from "@mainstay/domain/fact/consent-scope";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import type { FactCircumstances } from "@mainstay/domain/fact/may-enter-fact";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

export interface PersonState {
  readonly name: string;
  readonly isRestricted: boolean;
  readonly isPlaceholder: boolean;
  readonly hasObjectedToProfiling: boolean;
}

const personColumns = sql`p.name, (p.restricted_at is not null) as "isRestricted", p.is_placeholder as "isPlaceholder",
  p.no_profiling as "hasObjectedToProfiling"`;

/** The person, if the actor sees them; else `person.not_found`. */
export const getPersonState = async (
  db: Db,
  tenantId: string,
  personId: string,
): Promise<PersonState> => {
  const { rows } = await sql<PersonState>`select ${personColumns} from person p
    where p.tenant_id = ${tenantId}::uuid and p.id = ${personId}::uuid`.execute(db);
  if (!rows[0]) throw new AppError("person.not_found");
  return rows[0];
};

/** Consent of this person; its days in the workspace's time zone. */
export interface ConsentPaper {
  readonly scope: readonly ConsentScope[];
  readonly purpose: string;
  readonly givenOn: IsoDay;
  readonly expiresOn: IsoDay;
  readonly isWithdrawn: boolean;
  readonly isTextReplaced: boolean;
  readonly isByGuardian: boolean;
}

/**
 * The consent, held until the transaction ends: a withdrawal that comes meanwhile waits, and then finds the new fact to
 * delete.
 */
export const holdConsent = async (
  tx: Tx,
  of: { readonly tenantId: string; readonly personId: string; readonly timeZone: string },
  consentId: string,
): Promise<ConsentPaper | null> => {
  const { rows } = await sql<ConsentPaper>`
    select c.scope, c.purpose, (c.given_at at time zone ${of.timeZone})::date as "givenOn",
      (c.expires_at at time zone ${of.timeZone})::date as "expiresOn", (c.withdrawn_at is not null) as "isWithdrawn",
      (coalesce(c.given_by_guardian, '') <> '') as "isByGuardian",
      exists (select 1 from consent_text t where t.tenant_id = c.tenant_id and t.text_version = c.text_version
        and t.replaced_by is not null) as "isTextReplaced"
    from consent c where c.tenant_id = ${of.tenantId}::uuid and c.person_id = ${of.personId}::uuid
      and c.id = ${consentId}::uuid for share`.execute(tx);
  return rows[0] ?? null;
};

/** The newest approved impact assessment of each kind. */
export const findAssessments = async (
  db: Db,
  tenantId: string,
): Promise<ReadonlyMap<FactKind, string>> => {
  const { rows } = await sql<{ kind: FactKind; id: string }>`
    select distinct on (kind) kind, a.id from impact_assessment a, unnest(a.covers) kind
    where a.tenant_id = ${tenantId}::uuid and a.status = 'approved' order by kind, a.approved_on desc nulls last, a.id`.execute(
    db,
  );
  return new Map(rows.map(({ kind, id }) => [kind, id]));
};

/** Everything about the person and the papers that decides whether a fact may be kept. */
export const gatherPapers = async (
  tx: Tx,
  of: {
    readonly tenantId: string;
    readonly personId: string;
    readonly timeZone: string;
    readonly today: IsoDay;
    readonly kind: FactKind;
    readonly consentId: string | null;
    /** The fact being changed, which does not count as held besides itself. */
    readonly exceptFactId: string | null;
    /** Whether something new is said: a consent whose text was replaced carries no more of that. */
    readonly isNew: boolean;
  },
): Promise<FactCircumstances & { readonly assessmentId: string | null; readonly name: string }> => {
  const held = await sql<{ id: string }>`
    select f.id from fact f where f.tenant_id = ${of.tenantId}::uuid and f.person_id = ${of.personId}::uuid
      and f.kind = ${of.kind} and f.id is distinct from ${of.exceptFactId}::uuid limit 1`.execute(
    tx,
  );
  const locked = await sql<PersonState>`select ${personColumns} from person p
    where p.tenant_id = ${of.tenantId}::uuid and p.id = ${of.personId}::uuid for share`.execute(tx);
  const person = locked.rows[0];
  if (!person) throw new AppError("person.not_found");
  const consent = of.consentId === null ? null : await holdConsent(tx, of, of.consentId);
  const assessmentId = (await findAssessments(tx, of.tenantId)).get(of.kind) ?? null;
  return {
    today: of.today,
    name: person.name,
    person,
    isHeld: held.rows.length > 0,
    consent: consent && { ...consent, isTextReplaced: of.isNew && consent.isTextReplaced },
    isAssessed: assessmentId !== null,
    assessmentId,
  };
};
