import { randomUUID as id } from "node:crypto";
import type { ForeignIds, ForeignRow } from "./foreign-ids.ts";

/** People, what is known of them and the law around it; `mark` in every text. */
export const foreignPersonRows = (ids: ForeignIds, mark: string): readonly ForeignRow[] => [
  ["person", { id: ids.personId, name: mark }],
  ["position", { id: ids.positionId, person_id: ids.personId, account_id: ids.accountId }],
  [
    "consent_text",
    { id: ids.textId, scope: ["sports"], purpose: mark, words: mark, text_version: "x" },
  ],
  [
    "stored_file",
    {
      id: ids.evidenceFileId,
      name: mark,
      media_type: "application/pdf",
      size_bytes: 1,
      sha256: Buffer.from(mark),
      content: Buffer.from(mark),
    },
  ],
  [
    "consent",
    {
      id: ids.consentId,
      person_id: ids.personId,
      scope: ["sports"],
      is_sensitive: false,
      purpose: mark,
      text_version: "x",
      method: "portal",
      given_at: "2026-01-01T00:00:00Z",
      expires_at: "2999-01-01T00:00:00Z",
    },
  ],
  [
    "subject_request",
    {
      id: ids.requestId,
      person_id: ids.personId,
      requester: mark,
      kind: "copy",
      words: mark,
      received_on: "2026-01-01",
      received_via: "mail",
      due_on: "2026-01-22",
    },
  ],
  ["impact_assessment", { id: ids.assessmentId, title: mark, covers: ["itinerary"] }],
  ["incident", { id: ids.incidentId, title: mark, discovered_at: "2026-01-01T00:00:00Z" }],
  ["person", { id: ids.otherPersonId, name: mark }],
  [
    "tie",
    {
      id: ids.tieId,
      account_id: ids.accountId,
      from_person_id: ids.personId,
      to_person_id: ids.otherPersonId,
      kind: "conflict",
      evidence: mark,
      noted_on: "2026-01-01",
    },
  ],
  [
    "person_merge",
    {
      id: ids.mergeId,
      kept_person_id: ids.personId,
      gone_person_id: id(),
      gone_name: mark,
      undo_until: "2999-01-01T00:00:00Z",
    },
  ],
  [
    "buying_role",
    { id: id(), account_id: ids.accountId, person_id: ids.personId, role: "economic_buyer" },
  ],
  ...(["stance", "influence"] as const).map(
    (what): ForeignRow => [
      `${what}_assessment`,
      {
        id: ids.assessmentId,
        account_id: ids.accountId,
        person_id: ids.personId,
        [what]: what === "stance" ? "ally" : 5,
        evidence: mark,
        assessed_on: "2026-01-01",
      },
    ],
  ),
  [
    "style_assessment",
    {
      id: ids.assessmentId,
      person_id: ids.personId,
      style: "driver",
      note: mark,
      assessed_on: "2026-01-01",
    },
  ],
  [
    "pair_level",
    {
      id: ids.pairLevelId,
      account_id: ids.accountId,
      user_id: ids.userId,
      person_id: ids.personId,
      current_level: 1,
      note: mark,
      noted_on: "2026-01-01",
    },
  ],
  [
    "fact",
    {
      id: ids.factId,
      person_id: ids.personId,
      kind: "hometown",
      class: "P",
      value: JSON.stringify({ shape: "words", words: mark }),
      basis: "public_source",
      purpose: mark,
      source: mark,
      collected_on: "2026-01-01",
      verified_on: "2026-01-01",
      expires_on: "2099-01-01",
    },
  ],
];
