import type { PublicCaseView, publicCases } from "@mainstay/contract/public-case";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { z } from "zod";
import { lockCase } from "../case/lock-case.ts";
import { addCustomerWords } from "../incoming-message/add-to-case.ts";
import { claimTrace } from "../incoming-message/message-queries.ts";
import { tellCustomerWrote } from "../incoming-message/tell-customer-wrote.ts";
import type { PublicContext } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getPublicLink, type PublicLink, readLinkToken } from "../public-link/find-public-link.ts";
import { agreeToPause } from "./agree-to-pause.ts";
import { demandRoomForWords, trackedCase, trackedMessage } from "./tracked-case.ts";

type Writing = z.output<NonNullable<typeof publicCases.trackWrite.body>>;

/** The living link behind a tracking token, and what it leads to. */
export const getTracking = async (
  db: Db,
  tenantId: TenantId,
  secret: string,
  now: Date,
): Promise<PublicLink & { readonly subjectId: string }> => {
  const link = await getPublicLink(db, tenantId, secret, ["case_tracking"], now);
  if (link.subjectId === null) throw new AppError("public_link.invalid");
  return { ...link, subjectId: link.subjectId };
};

const viewOf = async (
  db: Db,
  tenantId: TenantId,
  subjectId: string,
  now: Date,
): Promise<PublicCaseView> => {
  const view =
    (await trackedCase(db, tenantId, subjectId, now)) ??
    (await trackedMessage(db, tenantId, subjectId));
  if (!view) throw new AppError("public_link.invalid");
  return view;
};

/** Where a case stands, for whoever holds its link. */
export const lookAtCase = (
  database: Database,
  { now }: PublicContext,
  token: string,
): Promise<PublicCaseView> => {
  const { tenantId, secret } = readLinkToken(token);
  return withTenantReadOnly(database, systemScope(tenantId), async (db) => {
    const { subjectId } = await getTracking(db, tenantId, secret, now);
    return viewOf(db, tenantId, subjectId, now);
  });
};

/** The customer adds words to their case, or agrees that its clocks stop; a double tap adds nothing. */
export const writeToCase = (
  database: Database,
  { now, requestId }: PublicContext,
  { token, clientRef, words, agreeToPauseEventId }: Writing,
): Promise<PublicCaseView> => {
  const { tenantId, secret } = readLinkToken(token);
  return withTenant(database, systemScope(tenantId), async (tx) => {
    const { id: linkId, subjectId, personId } = await getTracking(tx, tenantId, secret, now);
    const view = await viewOf(tx, tenantId, subjectId, now);
    if (view.number === null) throw new AppError("public_case.not_open");
    await lockCase(tx, tenantId, subjectId);
    const isNew = await claimTrace(tx, tenantId, `words:${linkId}:${clientRef}`, subjectId, now);
    if (!isNew) return view;
    if (!view.can.write) throw new AppError("public_case.not_open");
    const author = { tenantId, actor: null, requestId, now };
    if (words !== "") {
      await demandRoomForWords(tx, tenantId, subjectId, now);
      const event = { caseId: subjectId, personId, words, at: now, detail: { by: "link" } };
      await addCustomerWords(tx, author, event);
    }
    if (agreeToPauseEventId) {
      await agreeToPause(tx, author, { caseId: subjectId, personId, eventId: agreeToPauseEventId });
    }
    await tellCustomerWrote(tx, tenantId, subjectId, `words:${clientRef}`);
    return viewOf(tx, tenantId, subjectId, now);
  });
};
