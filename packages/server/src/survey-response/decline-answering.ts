import { sql } from "kysely";
import type { PublicContext } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readLinkToken } from "../public-link/find-public-link.ts";
import { getSheet } from "./sheet-queries.ts";

/** Not this time: no reminder comes and what was begun is forgotten. Whoever thinks better of it uses the same link. */
export const declineAnswering = (
  database: Database,
  context: PublicContext,
  token: string,
): Promise<void> => {
  const { tenantId, secret } = readLinkToken(token);
  return withTenant(database, systemScope(tenantId), async (tx) => {
    const sheet = await getSheet(tx, tenantId, secret, context.now, { lock: true });
    const { invitation, response } = sheet;
    // Nobody in particular was asked.
    if (invitation === null || invitation.status === "declined") return;
    if (invitation.status === "answered") throw new AppError("survey_response.handed_in");
    if (response)
      await sql`delete from survey_response
        where tenant_id = ${tenantId}::uuid and id = ${response.id}::uuid`.execute(tx);
    await sql`update survey_invitation set status = 'declined'
      where tenant_id = ${tenantId}::uuid and id = ${invitation.id}::uuid`.execute(tx);
    const author = { tenantId, actor: null, requestId: context.requestId };
    const subject = { kind: "survey_invitation", id: invitation.id };
    await recordAudit(tx, author, "survey_invitation.declined", subject, {
      roundId: sheet.roundId,
    });
  });
};
