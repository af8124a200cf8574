import type { Context } from "../access/context.ts";
import { recordAudit } from "./record-audit.ts";

/** Looking at more personal rows than this at once is a bulk view, which is audited. */
const bulkViewRows = 200;

/**
 * Records that somebody reads something they must account for (an export, a subject packet), in a transaction of its own.
 * Call it before the first byte leaves: what cannot be recorded is not shown.
 */
export const recordRead = (
  context: Pick<Context, "write" | "tenantId" | "actor" | "requestId">,
  act: `${string}.${string}`,
  subject: { kind: string; id: string | null },
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> => context.write((tx) => recordAudit(tx, context, act, subject, detail));

/** Records a view of many persons at once; a view of few is everyday work and leaves no row. */
export const recordBulkView = async (
  context: Parameters<typeof recordRead>[0],
  kind: string,
  rows: number,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  if (rows <= bulkViewRows) return;
  await recordRead(context, "person.viewed_in_bulk", { kind, id: null }, { ...detail, rows });
};
