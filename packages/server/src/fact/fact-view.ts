import type { FactView } from "@mainstay/contract/fact";
import type { Actor } from "@mainstay/domain/access/actor";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { factAbilities } from "@mainstay/domain/fact/fact-policy";
import { isDueForVerification } from "@mainstay/domain/fact/fact-retention";
import { sql } from "kysely";

/** A fact as it is stored; the sealed value is not even fetched here. */
export interface FactRecord {
  id: string;
  person_id: string;
  kind: FactView["kind"];
  class: FactView["class"];
  value: FactView["value"];
  basis: FactView["basis"];
  purpose: string;
  source: string;
  consent_id: string | null;
  assessment_id: string | null;
  collected_by_name: string | null;
  collected_on: string;
  verified_on: string;
  expires_on: string;
  version: number;
  is_restricted: boolean;
}

export const factColumns = sql`f.id, f.person_id, f.kind, f.class, f.value, f.basis, f.purpose, f.source, f.consent_id,
  f.assessment_id, u.name as collected_by_name, f.collected_on, f.verified_on, f.expires_on, f.version,
  (p.restricted_at is not null) as is_restricted`;
export const factTables = sql`fact f join person p on p.tenant_id = f.tenant_id and p.id = f.person_id
  left join app_user u on u.tenant_id = f.tenant_id and u.id = f.collected_by`;

/** A fact as people and programs see it: a sensitive value stays behind its mask. */
export const toFactView = (actor: Actor, record: FactRecord, today: IsoDay): FactView => ({
  id: record.id,
  personId: record.person_id,
  kind: record.kind,
  class: record.class,
  value: record.class === "S" ? null : record.value,
  isMasked: record.class === "S",
  basis: record.basis,
  purpose: record.purpose,
  source: record.source,
  consentId: record.consent_id,
  assessmentId: record.assessment_id,
  collectedBy: record.collected_by_name,
  collectedOn: record.collected_on,
  verifiedOn: record.verified_on,
  expiresOn: record.expires_on,
  isDue: isDueForVerification(record.kind, record.expires_on, today),
  version: record.version,
  can: factAbilities(actor, { class: record.class, isPersonRestricted: record.is_restricted }),
});
