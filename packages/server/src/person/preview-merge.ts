import type { MergeConflict, MergeSide } from "@mainstay/contract/person-merge";
import type { Context } from "../platform/access/context.ts";
import { joinRecords, lockBoth } from "./merge-people.ts";
import { countThings, findMergeSides, sideOf } from "./merge-side.ts";
import { seeingWholePerson } from "./seeing-whole-person.ts";

interface Preview {
  kept: MergeSide;
  gone: MergeSide;
  conflicts: { kind: MergeConflict; count: number }[];
}

/** Ends the transaction of a preview: nothing of it stays. */
class PreviewTaken extends Error {
  readonly preview: Preview;
  constructor(preview: Preview) {
    super("A preview leaves nothing behind.");
    this.preview = preview;
  }
}

/** Both records side by side, what would move and what cannot stand twice: the merge itself, done and thrown away. */
export const previewMerge = async (
  context: Context,
  keptId: string,
  goneId: string,
): Promise<Preview> => {
  try {
    return await context.write(async (tx): Promise<Preview> => {
      const { tenantId } = context;
      const { kept, gone } = await lockBoth(tx, tenantId, keptId, goneId);
      const sides = await findMergeSides(tx, tenantId, [keptId, goneId]);
      const [keptCounts, goneCounts] = await seeingWholePerson(tx, async () => [
        await countThings(tx, tenantId, keptId),
        await countThings(tx, tenantId, goneId),
      ]);
      const { conflicts } = await joinRecords(tx, context, kept, gone);
      throw new PreviewTaken({
        kept: { ...sideOf(sides, keptId), counts: keptCounts as MergeSide["counts"] },
        gone: { ...sideOf(sides, goneId), counts: goneCounts as MergeSide["counts"] },
        conflicts: [...conflicts].map(([kind, count]) => ({ kind, count })),
      });
    });
  } catch (error) {
    if (error instanceof PreviewTaken) return error.preview;
    throw error;
  }
};
