import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Tx } from "../platform/db/database-handles.ts";
import { makePublicLink } from "../public-link/make-public-link.ts";

const livesDays = 365;

/** The link by which a customer follows what they sent: a case, or a message that nobody has looked at yet. */
export const makeTrackingLink = (
  tx: Tx,
  tenantId: TenantId,
  of: {
    readonly subjectId: string;
    readonly accountId: string | null;
    readonly personId: string | null;
    readonly now: Date;
  },
): Promise<{ linkId: string; path: string }> =>
  makePublicLink(tx, tenantId, {
    purpose: "case_tracking",
    subjectId: of.subjectId,
    accountId: of.accountId,
    personId: of.personId,
    expiresAt: new Date(of.now.getTime() + livesDays * 86_400_000),
    createdBy: null,
  });
