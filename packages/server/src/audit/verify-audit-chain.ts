import { createHash } from "node:crypto";
import type { AuditAnchor } from "@mainstay/domain/audit/audit-anchor";
import { type AuditFinding, findingsNamedAtMost } from "@mainstay/domain/audit/audit-finding";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Db } from "../platform/db/database-handles.ts";
import {
  type AuditLink,
  auditGenesis,
  listUnchainedActs,
  streamAuditLinks,
} from "./audit-chain-queries.ts";

export interface ChainVerdict {
  readonly isIntact: boolean;
  readonly rowsChecked: number;
  readonly head: AuditAnchor;
  /** What is wrong, by place in the chain; at most `findingsNamedAtMost`. */
  readonly findings: readonly AuditFinding[];
}

const hashOf = (before: Buffer, text: string): Buffer =>
  createHash("sha256").update(before).update(text).digest();

/**
 * Recomputes a workspace's audit chain row by row and names what does not fit: rows changed, removed or added, links
 * missing, and heads noted earlier (`anchors`) that the chain no longer passes through. Wants a transaction with one
 * snapshot (repeatable read); holds one block of rows at a time.
 */
export const verifyAuditChain = async (
  db: Db,
  tenantId: TenantId,
  anchors: readonly AuditAnchor[] = [],
): Promise<ChainVerdict> => {
  const findings: AuditFinding[] = [];
  const note = (kind: AuditFinding["kind"], place: Partial<AuditFinding>) => {
    const nowhere = { sequence: null, at: null, auditId: null, act: null };
    if (findings.length < findingsNamedAtMost) findings.push({ ...nowhere, ...place, kind });
  };
  const noted = new Map<number, AuditAnchor[]>();
  for (const anchor of anchors.filter((one) => one.tenantId === tenantId)) {
    noted.set(anchor.sequence, [...(noted.get(anchor.sequence) ?? []), anchor]);
  }
  const compare = (sequence: number, hash: Buffer) => {
    const isOther = noted.get(sequence)?.some((anchor) => anchor.hash !== hash.toString("hex"));
    if (isOther) note("rewritten", { sequence });
    noted.delete(sequence);
  };

  let rowsChecked = 0;
  let sequence = 0;
  let hash = auditGenesis(tenantId);
  /** What the hash should have been: where only a hash was altered, the row after it still fits this one. */
  let computed = hash;
  compare(0, hash);
  for await (const link of streamAuditLinks(db, tenantId)) {
    rowsChecked += 1;
    const isNext = link.sequence === sequence + 1;
    if (!isNext) note("link_missing", { sequence: sequence + 1 });
    computed = judgeLink(link, isNext ? [hash, computed] : [], note);
    ({ sequence, hash } = link);
    compare(sequence, hash);
  }
  for (const lost of [...noted.keys()].sort((a, b) => a - b)) note("cut", { sequence: lost });
  for (const { at, id, act } of await listUnchainedActs(db, tenantId, findingsNamedAtMost)) {
    note("added", { at, auditId: id, act });
  }
  const head = { tenantId, sequence, hash: hash.toString("hex") };
  return { isIntact: findings.length === 0, rowsChecked, head, findings };
};

/** Judges one link by the hashes that may stand before it (none known: not at all); answers the hash it ought to have. */
const judgeLink = (
  link: AuditLink,
  before: readonly Buffer[],
  note: (kind: AuditFinding["kind"], place: Partial<AuditFinding>) => void,
): Buffer => {
  const { at, auditId, act, text } = link;
  const place = { sequence: link.sequence, at, auditId, act };
  if (text === null) {
    note("removed", place);
    return link.hash;
  }
  const right = before.map((hash) => hashOf(hash, text));
  if (right.length === 0 || right.some((hash) => hash.equals(link.hash))) return link.hash;
  note("changed", place);
  return right[0] ?? link.hash;
};
