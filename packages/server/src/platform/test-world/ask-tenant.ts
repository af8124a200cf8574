import { sql } from "kysely";
import { withTenant } from "../db/open-transaction.ts";
import type { TestTenant } from "./make-tenant.ts";
import type { TestWorld } from "./test-world.ts";

/** The rows of a statement run as the tenant's administrator: for looking behind the interface. */
export const askTenant = <Row>(world: TestWorld, tenant: TestTenant, text: string) =>
  withTenant(
    world.database,
    tenant.scope,
    async (tx) => (await sql.raw<Row>(text).execute(tx)).rows,
  );

/** What the audit keeps of an act on a subject, oldest first. */
export const auditOf = (world: TestWorld, tenant: TestTenant, act: string, subjectId: string) =>
  askTenant<{ actor_user_id: string | null; detail: Record<string, unknown> }>(
    world,
    tenant,
    `select actor_user_id, detail from audit where act = '${act}' and subject_id = '${subjectId}' order by at`,
  );
