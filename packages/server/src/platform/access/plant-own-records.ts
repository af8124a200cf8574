import { randomUUID } from "node:crypto";

/** What only the one whom a record belongs to may do, by the name of the id that leads there. */
export interface OwnRecords {
  readonly ids: Readonly<Record<string, string>>;
  readonly rows: readonly (readonly [string, Readonly<Record<string, unknown>>])[];
}

/**
 * For tests: an approval asked for, an absence, a quick log, a seat taken over and a case offered to the actor with a
 * link its customer was sent, all the actor's own. A walk that gets them works on them in the place of the other user's
 * records, so only some walks do.
 */
export const ownRecords = (actorId: string, otherId: string, accountId: string): OwnRecords => {
  const ids = {
    approvalId: randomUUID(),
    absenceId: randomUUID(),
    handoverId: randomUUID(),
    clientRef: randomUUID(),
    caseId: randomUUID(),
    linkId: randomUUID(),
  };
  return {
    ids,
    rows: [
      [
        "approval",
        {
          id: ids.approvalId,
          account_id: accountId,
          kind: "segment_move",
          subject_kind: "account",
          detail: JSON.stringify({ toSegment: "core" }),
          reason: JSON.stringify({ code: "approval.segment_move", params: {} }),
          requested_by: actorId,
          approver_role: "director",
          due_on: "2999-01-01",
        },
      ],
      [
        "absence",
        {
          id: ids.absenceId,
          user_id: actorId,
          delegate_user_id: otherId,
          from_on: "2998-01-01",
          to_on: "2998-01-02",
        },
      ],
      [
        "handover",
        {
          id: ids.handoverId,
          account_id: accountId,
          side: "ours",
          seat: "sponsor",
          from_user_id: otherId,
          to_user_id: actorId,
          due_at: "2999-01-01T00:00:00Z",
        },
      ],
      [
        "quick_log",
        {
          client_ref: ids.clientRef,
          logged_by: actorId,
          logged_at: new Date(),
          body_sha256: Buffer.from("own"),
        },
      ],
      [
        "service_case",
        {
          id: ids.caseId,
          number: 900,
          account_id: accountId,
          kind: "fault",
          level: "general",
          title: "送货晚了",
          channel: "phone",
          first_responder_id: otherId,
          policy_version: 0,
          reply_due_at: "2999-01-01T00:00:00Z",
          solve_due_at: "2999-01-01T00:00:00Z",
        },
      ],
      [
        "case_transfer",
        {
          id: ids.caseId,
          case_id: ids.caseId,
          from_user_id: otherId,
          to_user_id: actorId,
          offered_at: "2026-01-01T00:00:00Z",
          reason: "归物流",
        },
      ],
      [
        "public_link",
        {
          id: ids.linkId,
          purpose: "case_confirmation",
          token_hash: Buffer.from(ids.linkId),
          subject_id: ids.caseId,
          account_id: accountId,
          created_by: otherId,
          expires_at: "2999-01-01T00:00:00Z",
        },
      ],
    ],
  };
};
