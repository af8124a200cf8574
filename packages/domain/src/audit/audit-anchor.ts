import { isUuid } from "../tenant/tenant-id.ts";

/**
 * A head of a workspace's audit chain, noted outside the database: how many acts there were and the last one's hash. Who
 * keeps it can tell later that nothing before it was cut off or written anew.
 */
export interface AuditAnchor {
  readonly tenantId: string;
  readonly sequence: number;
  /** SHA-256 as 64 hexadecimal digits. */
  readonly hash: string;
}

const mark = "mainstay-audit";

/** The anchor as one line of text, short enough for a letter or a notary. */
export const writeAuditAnchor = ({ tenantId, sequence, hash }: AuditAnchor): string =>
  `${mark} ${tenantId} ${sequence} ${hash}`;

/** The anchors in a text, one a line; blank lines and lines that begin with `#` are passed over. Null when a line is none. */
export const readAuditAnchors = (text: string): AuditAnchor[] | null => {
  const anchors: AuditAnchor[] = [];
  for (const line of text.split(/\r?\n/).map((words) => words.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const [begin, tenantId = "", sequence = "", hash = "", ...more] = line.split(/\s+/);
    const isOne = begin === mark && isUuid(tenantId) && more.length === 0;
    if (!isOne || !/^\d{1,15}$/.test(sequence) || !/^[0-9a-f]{64}$/.test(hash)) return null;
    anchors.push({ tenantId, sequence: Number(sequence), hash });
  }
  return anchors;
};
