/** Lines between two people of the customer beside the reporting line (capabilities R3). */
export const tieKinds = [
  "influence",
  "conflict",
  "matrix_line",
  "schoolmate",
  "fellow_townsman",
  "former_colleague",
  "relative",
  "friend",
] as const;
export type TieKind = (typeof tieKinds)[number];

/** Ties that have a direction: the first influences the second, or reports to the second in matter. */
export const directedTieKinds = ["influence", "matrix_line"] as const satisfies TieKind[];

/** Ties of shared background or closeness, along which one person can introduce another. */
export const backgroundTieKinds = [
  "schoolmate",
  "fellow_townsman",
  "former_colleague",
  "relative",
  "friend",
] as const satisfies TieKind[];
