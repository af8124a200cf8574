import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** The call by which a colleague closed a case of the demo: reached, resolved, four of five. */
export const saveDemoCallBack = async (
  tx: Tx,
  tenantId: string,
  caseId: string,
  account: { readonly id: string; readonly manager: string; readonly person: string | null },
  calledAt: Date,
): Promise<void> => {
  await tx
    .insertInto("call_back")
    .values({
      tenant_id: tenantId,
      id: newId(),
      case_id: caseId,
      account_id: account.id,
      person_id: account.person,
      called_by: account.manager,
      called_at: calledAt,
      outcome: "reached",
      is_resolved: true,
      score: 4,
      words: "客户说问题已经解决，处理及时，希望下次提前告知上门时间。",
    })
    .execute();
};
