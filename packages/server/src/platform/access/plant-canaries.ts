import { randomUUID } from "node:crypto";
import type { AccountTeamFacts } from "@mainstay/domain/account/account-policy";
import { type FactKind, factKinds, factRules } from "@mainstay/domain/fact/fact-kind";
import type { FactValue } from "@mainstay/domain/fact/fact-value";
import { sql } from "kysely";
import { sealFactValue } from "../../fact/seal-fact-value.ts";
import type { Tx } from "../db/database-handles.ts";
import type { KeyRing } from "../secrets/key-ring.ts";
import type { Canaries, Canary } from "./canary.ts";

/** Where a dossier full of canaries is planted. */
export interface Bed {
  readonly tenantId: string;
  readonly accountId: string;
  readonly projectId: string;
  readonly personId: string;
  /** Somebody else at the account, at the other end of the ties. */
  readonly otherPersonId: string;
  readonly userId: string;
  readonly team: AccountTeamFacts;
  /** Names the dossier in the message of a failing test. */
  readonly name: string;
  readonly isRestricted?: boolean;
  readonly isExpired?: boolean;
}

type Row = Readonly<Record<string, unknown>>;
const later = "2099-01-01";
const day = "2026-10-01";

/** For tests: writes rows as they are given. */
export const insertRow = async (tx: Tx, table: string, row: Row): Promise<void> => {
  await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(row))})`.execute(tx);
};

/** A value of each shape; the shapes without words carry the canary beside them, in the source. */
const valueOf = (kind: FactKind, code: () => string): FactValue => {
  switch (factRules[kind].shape) {
    case "words":
      return { shape: "words", words: code() };
    case "trip":
      return { shape: "trip", region: code(), month: "2098-12" };
    case "year":
      return { shape: "year", year: 1971 };
    case "yes_no":
      return { shape: "yes_no", isSo: true };
    case "anniversary":
      return {
        shape: "anniversary",
        calendar: "solar",
        month: 11,
        day: 27,
        year: 1971,
        isLeapMonth: false,
      };
  }
};

/** For tests: a canary in every personal thing that can be held about a person at an account. */
export const plantDossier = async (
  tx: Tx,
  ring: KeyRing,
  canaries: Canaries,
  bed: Bed,
): Promise<{ sealedFactIds: string[]; consentIds: string[] }> => {
  const { tenantId, accountId, personId, otherPersonId, team } = bed;
  const isResting = bed.isRestricted === true || bed.isExpired === true;
  const plant = (what: string, of: Omit<Partial<Canary>, "code" | "what"> = {}) =>
    canaries.plant(`${bed.name} ${what}`, { team, ...of });
  const profile = (what: string) => plant(what, { factClass: "P", isResting });
  const put = (table: string, row: Row) => insertRow(tx, table, { tenant_id: tenantId, ...row });
  const file = async (name: string, content: Buffer) => {
    const id = randomUUID();
    const sha256 = Buffer.alloc(32);
    const size_bytes = content.length;
    await put("stored_file", { id, name, media_type: "image/png", size_bytes, sha256, content });
    return id;
  };

  const assessmentId = randomUUID();
  await put("impact_assessment", {
    id: assessmentId,
    title: "评估",
    covers: factKinds,
    status: "approved",
  });
  const consentIds: string[] = [];
  const consent = async (scope: string, isSensitive: boolean) => {
    const id = randomUUID();
    const paper = (what: string) => plant(`consent ${scope} ${what}`, { only: "consent.view" });
    // One of them is downloaded by the walk.
    const content = consentIds.length === 0 ? paper("file content") : "-";
    const evidence = await file(`${paper("file name")}.png`, Buffer.from(content));
    await put("consent", {
      id,
      person_id: personId,
      scope: [scope],
      is_sensitive: isSensitive,
      purpose: "维护客户关系",
      text_version: "v1",
      method: "paper",
      witness: paper("witness"),
      evidence_file_id: evidence,
      given_at: new Date(Date.now() - 86_400_000),
      expires_at: `${later}T00:00:00Z`,
    });
    consentIds.push(id);
    return id;
  };

  const sealedFactIds: string[] = [];
  for (const kind of factKinds) {
    const id = randomUUID();
    const { class: factClass } = factRules[kind];
    const isSealed = factClass === "S";
    const value = valueOf(kind, () => plant(`${kind} value`, { factClass, isSealed, isResting }));
    if (isSealed) sealedFactIds.push(id);
    await put("fact", {
      id,
      person_id: personId,
      kind,
      class: factClass,
      value: isSealed ? null : JSON.stringify(value),
      value_sealed: isSealed ? sealFactValue(ring, tenantId, id, value) : null,
      basis: "consent",
      purpose: "维护客户关系",
      source: plant(`${kind} source`, { factClass, isResting }),
      consent_id: await consent(kind, isSealed),
      assessment_id: isSealed ? assessmentId : null,
      collected_on: day,
      verified_on: day,
      expires_on: bed.isExpired ? "2026-10-02" : later,
    });
  }
  if (bed.isExpired) return { sealedFactIds, consentIds };

  const of = { account_id: accountId, person_id: personId };
  const answers = (what: string) =>
    JSON.stringify([{ question: "speaks_for_us", answer: profile(what) }]);
  await put("stance_assessment", {
    ...of,
    id: randomUUID(),
    stance: "opponent",
    evidence: profile("stance evidence"),
    answers: answers("stance answer"),
    assessed_on: day,
  });
  await put("influence_assessment", {
    ...of,
    id: randomUUID(),
    influence: 5,
    evidence: profile("influence evidence"),
    answers: answers("influence answer"),
    assessed_on: day,
  });
  await put("style_assessment", {
    id: randomUUID(),
    person_id: personId,
    style: "driver",
    note: profile("style note"),
    answers: answers("style answer"),
    assessed_on: day,
  });
  await put("pair_level", {
    ...of,
    id: randomUUID(),
    user_id: bed.userId,
    current_level: 2,
    note: profile("pair level note"),
    noted_on: day,
  });
  const roleId = randomUUID();
  await put("buying_role", {
    ...of,
    id: roleId,
    project_id: bed.projectId,
    role: "coach",
    coach_tested_on: day,
  });
  await put("coach_test", {
    ...of,
    buying_role_id: roleId,
    test: "credible",
    evidence: profile("coach evidence"),
    noted_on: day,
  });
  for (const kind of ["influence", "schoolmate", "matrix_line"]) {
    await put("tie", {
      id: randomUUID(),
      account_id: accountId,
      from_person_id: personId,
      to_person_id: otherPersonId,
      kind,
      evidence: plant(`${kind} tie evidence`, {
        factClass: kind === "matrix_line" ? "B" : "P",
        isResting,
      }),
      noted_on: day,
    });
  }
  const picture = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.from(profile("photo content")),
  ]);
  await put("person_photo", {
    person_id: personId,
    file_id: await file(`${profile("photo file name")}.png`, picture),
    consent_id: await consent("photo", false),
    expires_on: later,
  });
  return { sealedFactIds, consentIds };
};
