/** What a file proves to be by its first bytes; the name and what the sender calls it do not count. */
export const evidenceTypes = ["application/pdf", "image/jpeg", "image/png", "image/webp"] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** Largest evidence file in bytes: 5 MB. */
export const evidenceLimitBytes = 5 * 1024 * 1024;

const starts: readonly (readonly [EvidenceType, number, readonly number[]])[] = [
  ["application/pdf", 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/jpeg", 0, [0xff, 0xd8, 0xff]],
  ["image/png", 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/webp", 8, [0x57, 0x45, 0x42, 0x50]],
];

/** The type of a file by its content; null for what is not taken as evidence. */
export const evidenceTypeOf = (bytes: Uint8Array): EvidenceType | null => {
  const found = starts.find(([, offset, mark]) =>
    mark.every((byte, i) => bytes[offset + i] === byte),
  );
  if (!found) return null;
  const isRiff = [0x52, 0x49, 0x46, 0x46].every((byte, i) => bytes[i] === byte);
  return found[0] === "image/webp" && !isRiff ? null : found[0];
};
