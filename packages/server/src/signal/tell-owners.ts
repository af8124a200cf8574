import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Tx } from "../platform/db/database-handles.ts";
import { type News, notifyAll } from "../notification/notify.ts";
import type { RaisedSignal } from "./raise-signals.ts";

/** A round over a new portfolio raises thousands: each owner is told of the heaviest, the rest stands on Today. */
const mostForOneOwner = 20;

const gravity = { watch: 0, act: 1, critical: 2 } as const;

/** Tells the owners of new signals that call for action, once a signal. */
export const tellOwners = async (
  tx: Tx,
  tenantId: string,
  raised: readonly RaisedSignal[],
): Promise<void> => {
  const told = new Map<string, number>();
  const news = raised
    .filter(({ finding }) => finding.ownerUserId !== null && finding.severity !== "watch")
    .toSorted(
      ({ finding: a }, { finding: b }) =>
        gravity[b.severity] - gravity[a.severity] || b.moneyAtStakeMinor - a.moneyAtStakeMinor,
    )
    .flatMap(({ id, finding: { ownerUserId, accountId, kind, severity } }): News[] => {
      if (ownerUserId === null) return [];
      const count = (told.get(ownerUserId) ?? 0) + 1;
      told.set(ownerUserId, count);
      if (count > mostForOneOwner) return [];
      return [
        {
          userIds: [ownerUserId],
          kind: "signal_raised",
          subjectKind: "signal",
          subjectId: id,
          accountId,
          reason: { params: { signalKind: kind, severity } },
          dedupeKey: `signal_raised:${id}`,
        },
      ];
    });
  await notifyAll(tx, tenantId as TenantId, news);
};
