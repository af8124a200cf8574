import { seesPerson } from "../consent/consent-queries.ts";
import { seeingEveryFact } from "../fact/seeing-every-fact.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueRoundsOfPerson } from "./enqueue-rounds-of-person.ts";

const mark = async (tx: Tx, context: Context, personId: string, restrictedAt: Date | null) => {
  await tx
    .updateTable("person")
    .set((is) => ({ restricted_at: restrictedAt, version: is("version", "+", 1) }))
    .where("tenant_id", "=", context.tenantId)
    .where("id", "=", personId)
    .execute();
  await seeingEveryFact(tx, () => enqueueRoundsOfPerson(tx, context.tenantId, personId));
};

/** Everything but storage stops (Article 47): facts and profile are out of everybody's sight but compliance's. */
export const restrictPerson = async (
  tx: Tx,
  context: Context,
  personId: string,
  requestId: string,
): Promise<void> => {
  await mark(tx, context, personId, context.now);
  const subject = { kind: "person", id: personId };
  await recordAudit(tx, context, "person.restricted", subject, { personId, requestId });
};

/** The reason to restrict has gone: the information may be used again. */
export const liftRestriction = (context: Context, personId: string, reason: string) =>
  context.write(async (tx) => {
    if (!(await seesPerson(tx, context.tenantId, personId))) throw new AppError("person.not_found");
    await mark(tx, context, personId, null);
    const subject = { kind: "person", id: personId };
    await recordAudit(tx, context, "person.restriction_lifted", subject, { personId, reason });
    return { isRestricted: false };
  });
