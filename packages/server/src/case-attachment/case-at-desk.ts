import type { Actor } from "@mainstay/domain/access/actor";
import { isPermitted } from "@mainstay/domain/access/permission";
import type { CaseStatus } from "@mainstay/domain/case/case-kind";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

export interface CaseAtDesk {
  readonly id: string;
  readonly account_id: string;
  readonly number: number;
  readonly status: CaseStatus;
  readonly complained_user_ids: readonly string[];
}

/** The case on which something is hung, in the reader's sight; `case.not_found` otherwise. */
export const getCaseAtDesk = async (
  db: Db,
  tenantId: string,
  caseId: string,
  how: "read" | "lock" = "read",
): Promise<CaseAtDesk> => {
  const { rows } = await sql<CaseAtDesk>`
    select id, account_id, number, status, complained_user_ids from service_case
    where tenant_id = ${tenantId}::uuid and id = ${caseId}::uuid ${how === "lock" ? sql`for update` : sql``}`.execute(
    db,
  );
  if (!rows[0]) throw new AppError("case.not_found");
  return rows[0];
};

/** Whether the case complains about the actor: its files and links are not theirs to look at. */
export const isAbout = (actor: Actor, { complained_user_ids }: CaseAtDesk): boolean =>
  complained_user_ids.includes(actor.userId);

/** Whether files and links may be changed: by who works on cases, but nobody it complains about; not on a duplicate. */
export const mayHangOn = (actor: Actor, { status, complained_user_ids }: CaseAtDesk): boolean =>
  isPermitted(actor, "case.work") &&
  status !== "duplicate" &&
  !complained_user_ids.includes(actor.userId);

/** Whether the actor may take back what a colleague noted: their own always, others' who directs. */
export const mayTakeBack = (actor: Actor, byUserId: string | null): boolean =>
  byUserId === actor.userId || actor.role === "director";
