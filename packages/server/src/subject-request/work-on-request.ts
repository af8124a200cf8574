import type { SubjectRequestView } from "@mainstay/contract/subject-request";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findRequestView, lockRequest } from "./request-queries.ts";

export interface RequestChange {
  person_id?: string | null;
  status?: string;
  identity_checked?: string;
  identity_checked_by?: string;
  reply?: string;
  refusal_reason?: string;
  handled_by?: string;
  closed_at?: Date;
  words?: string;
}

interface Work {
  readonly act: keyof SubjectRequestView["can"];
  /** The audit's word for it, below `subject_request.`. */
  readonly done: string;
  /** Does what the act does beside the request itself and says what changes in it. */
  readonly run: (tx: Tx, before: SubjectRequestView) => Promise<RequestChange>;
}

/** Why an act is not open in the present state, as precisely as can be told. */
const refusalOf = (before: SubjectRequestView, act: Work["act"]): AppError => {
  if (before.status === "done" || before.status === "refused")
    return new AppError("subject_request.closed");
  if (act === "carryOut" && before.status === "open")
    return new AppError("subject_request.identity_unchecked");
  if (act === "carryOut" && !before.person) return new AppError("subject_request.person_missing");
  return new AppError("access.not_permitted");
};

/** What every act on a request has in common: find and lock, demand the version, ask whether it is open, do, record. */
export const workOnRequest = (
  context: Context,
  requestId: string,
  work: Work,
): Promise<SubjectRequestView> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const locked = await lockRequest(tx, tenantId, requestId);
    const before = locked && (await findRequestView(tx, context, requestId));
    if (!before) throw new AppError("subject_request.not_found");
    demandVersion(context, before.version);
    if (!before.can[work.act]) throw refusalOf(before, work.act);
    const change = await work.run(tx, before);
    await tx
      .updateTable("subject_request")
      .set({ ...change, version: before.version + 1, updated_at: context.now })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", requestId)
      .execute();
    const personId = change.person_id ?? before.person?.id;
    await recordAudit(
      tx,
      context,
      `subject_request.${work.done}`,
      { kind: "subject_request", id: requestId },
      { kind: before.kind, ...(personId ? { personId } : {}) },
    );
    const after = await findRequestView(tx, context, requestId);
    if (!after) throw new AppError("subject_request.not_found");
    return after;
  });
