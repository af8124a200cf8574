import type { NeedOrigin } from "@mainstay/domain/need/need-kind";
import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

const tables: Readonly<Record<NeedOrigin, string>> = {
  case: "service_case",
  survey_response: "survey_response",
  interaction: "interaction",
};

/**
 * The record a need is made from is there for this actor and of the same account (`need.origin_not_found`). An answer without a name
 * belongs to no account: whoever tried one account after the other would learn whose it was.
 */
export const demandNeedOrigin = async (
  tx: Tx,
  tenantId: string,
  accountId: string,
  origin: { kind: NeedOrigin; id: string },
): Promise<void> => {
  const { rows } = await sql`
    select 1 from ${sql.table(tables[origin.kind])} where tenant_id = ${tenantId}::uuid and id = ${origin.id}::uuid
      and account_id = ${accountId}::uuid ${origin.kind === "survey_response" ? sql`and not is_anonymous` : sql``} limit 1`.execute(
    tx,
  );
  if (rows.length === 0) throw new AppError("need.origin_not_found");
};
