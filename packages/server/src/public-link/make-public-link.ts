import type { PublicLinkPurpose } from "@mainstay/domain/public-link/public-link-purpose";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { hashSecret, newSecret, writeDotted } from "../platform/access/credential.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** Which page of ours a purpose opens: cases under /c/, surveys under /s/. */
const pages: Readonly<Record<PublicLinkPurpose, "c" | "s">> = {
  case_filing: "c",
  case_tracking: "c",
  case_confirmation: "c",
  survey_answer: "s",
  survey_walk_in: "s",
};

export interface LinkWanted {
  readonly purpose: PublicLinkPurpose;
  /** The case, invitation or round it opens; null for a filing page. */
  readonly subjectId: string | null;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly expiresAt: Date;
  /** Who made it; null when the product did. */
  readonly createdBy: string | null;
}

/**
 * Makes a link for somebody who does not sign in. The secret stands behind `#`, so that no server on the way writes it down;
 * it is returned once and kept as a hash only.
 */
export const makePublicLink = async (
  tx: Tx,
  tenantId: TenantId,
  wanted: LinkWanted,
): Promise<{ linkId: string; path: string }> => {
  const secret = newSecret();
  const linkId = newId();
  await tx
    .insertInto("public_link")
    .values({
      tenant_id: tenantId,
      id: linkId,
      purpose: wanted.purpose,
      token_hash: hashSecret(secret),
      subject_id: wanted.subjectId,
      account_id: wanted.accountId,
      person_id: wanted.personId,
      created_by: wanted.createdBy,
      expires_at: wanted.expiresAt,
    })
    .execute();
  return { linkId, path: `/${pages[wanted.purpose]}/#${writeDotted(tenantId, secret)}` };
};
