import { createHash } from "node:crypto";
import type { CaseFiling, FilingContact } from "@mainstay/contract/public-case";
import { filingFilesAtMost, filingsPerHourOfLink } from "@mainstay/domain/public-case/filing-limit";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { answerWords } from "@mainstay/phrases/incoming-message/answer-words";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import {
  claimTrace,
  countByLink,
  keepMessage,
  traceKey,
} from "../incoming-message/message-queries.ts";
import { openIfAnybodyAnswers } from "../incoming-message/open-if-anybody-answers.ts";
import type { PublicContext } from "../platform/access/context.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getPublicLink, type PublicLink, readLinkToken } from "../public-link/find-public-link.ts";
import { handlerFrame } from "./filing-frame.ts";
import { findPersonByContact } from "./find-contact.ts";
import { makeTrackingLink } from "./make-tracking-link.ts";

interface Filed {
  readonly number: number | null;
  readonly trackingPath: string;
  readonly filesAtMost: typeof filingFilesAtMost;
}

const anHour = 3_600_000;

/** So many an hour by one link; the oldest of them says when the next is welcome. */
const demandRoom = async (tx: Tx, tenantId: TenantId, linkId: string, now: Date): Promise<void> => {
  const since = new Date(now.getTime() - anHour);
  const { n, oldestAt } = await countByLink(tx, tenantId, linkId, since);
  if (n < filingsPerHourOfLink) return;
  const free = (oldestAt?.getTime() ?? now.getTime()) + anHour - now.getTime();
  throw new AppError("request.too_many", { seconds: Math.max(1, Math.ceil(free / 1000)) });
};

/**
 * A customer files by a link: a case is opened for the link's account, or, by the form anybody may open, a message waits to be
 * sorted. The same reference and words again are a double tap: nothing more is opened, and the answer leads to the same.
 */
export const fileCase = (
  database: Database,
  context: PublicContext,
  filing: CaseFiling,
): Promise<Filed> => {
  const { tenantId, secret } = readLinkToken(filing.token);
  const { now } = context;
  return withTenant(database, systemScope(tenantId), async (tx) => {
    const link = await getPublicLink(tx, tenantId, secret, ["case_filing"], now);
    // Filings by one link stand in line, so that of many at once none slips by the limit.
    await sql`select 1 from public_link where tenant_id = ${tenantId}::uuid and id = ${link.id}::uuid for update`.execute(
      tx,
    );
    const key = keyOf(link, filing);
    const earlier = await findEarlier(tx, tenantId, key);
    const filed = earlier ?? (await fileOnce(tx, tenantId, context, link, filing, key));
    const { path } = await makeTrackingLink(tx, tenantId, { ...filed, now });
    return { number: filed.number, trackingPath: path, filesAtMost: filingFilesAtMost };
  });
};

const keyOf = (link: PublicLink, { clientRef, words }: CaseFiling): string =>
  `filing:${link.id}:${clientRef}:${createHash("sha256").update(words).digest("hex")}`;

interface FiledAs {
  readonly subjectId: string;
  readonly number: number | null;
  readonly accountId: string | null;
  readonly personId: string | null;
}

const findEarlier = async (tx: Tx, tenantId: TenantId, key: string): Promise<FiledAs | null> => {
  const { rows } = await sql<FiledAs>`
    select coalesce(c.id, t.message_id) as "subjectId", c.number, c.account_id as "accountId", c.person_id as "personId"
    from incoming_trace t left join service_case c on c.tenant_id = t.tenant_id and c.id = t.case_id
    where t.tenant_id = ${tenantId}::uuid and t.key_sha256 = ${traceKey(key)}`.execute(tx);
  return rows[0] ?? null;
};

const fileOnce = async (
  tx: Tx,
  tenantId: TenantId,
  { now, requestId }: PublicContext,
  link: PublicLink,
  filing: CaseFiling,
  key: string,
): Promise<FiledAs> => {
  await demandRoom(tx, tenantId, link.id, now);
  const { locale } = await handlerFrame(tx, tenantId);
  const contact = contactOf(link, filing);
  const messageId = newId();
  await claimTrace(tx, tenantId, key, messageId, now);
  await tx
    .updateTable("public_link")
    .set({ used_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", link.id)
    .execute();
  const { accountId } = link;
  const message = {
    id: messageId,
    channel: accountId ? ("link" as const) : ("form" as const),
    fromAddress: contact.email.toLowerCase(),
    fromName: contact.name,
    fromPhone: contact.phone,
    fromCompany: contact.company,
    subject: titleOf(filing, locale),
    words: filing.words,
    kind: filing.kind,
    level: filing.level,
    sizeBytes: Buffer.byteLength(filing.words),
    locale: filing.locale ?? null,
    linkId: link.id,
    at: now,
  };
  const waits = async (because: "open_form" | "no_responder"): Promise<FiledAs> => {
    await keepMessage(tx, tenantId, { ...message, status: "waiting", because, accountId });
    return { subjectId: messageId, number: null, accountId, personId: null };
  };
  if (!accountId) return waits("open_form");
  const personId =
    link.personId ?? (await findPersonByContact(tx, tenantId, accountId, contact, now));
  const author = { tenantId, actor: null, requestId, now };
  const opened = await openIfAnybodyAnswers(tx, author, {
    accountId,
    personId,
    kind: filing.kind,
    level: filing.level,
    title: titleOf(filing, locale),
    description: describe(filing, contact, personId !== null, locale),
    channel: "public_page",
    sourceKind: "incoming_message",
    sourceId: messageId,
  });
  if (!opened) return waits("no_responder");
  const { caseId, number } = opened;
  await keepMessage(tx, tenantId, {
    ...message,
    status: "opened",
    because: null,
    accountId,
    personId,
    caseId,
  });
  await sql`update incoming_trace set case_id = ${caseId}::uuid
    where tenant_id = ${tenantId}::uuid and key_sha256 = ${traceKey(key)}`.execute(tx);
  return { subjectId: caseId, number, accountId, personId };
};

/** By a person's own link they are known; the form anybody may open wants to know whom to ask back. */
const contactOf = (link: PublicLink, { contact }: CaseFiling): FilingContact => {
  const none = { name: "", phone: "", email: "", company: "" };
  if (link.personId) return none;
  const given = contact ?? none;
  if (!link.accountId && (given.name === "" || (given.phone === "" && given.email === "")))
    throw new AppError("public_case.contact_needed");
  return given;
};

/** A case is called by the beginning of what its customer wrote. */
const titleOf = ({ words }: CaseFiling, locale: Locale): string => {
  const [first = ""] = words
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const title = [...first].slice(0, 60).join("");
  if (title === "") return answerWords[locale].untitled("page");
  return title.length < first.length ? `${title}…` : title;
};

/** Whoever is not on record stands below their own words, so that somebody can ask back. */
const describe = (
  { words }: CaseFiling,
  { name, phone, email }: FilingContact,
  isKnown: boolean,
  locale: Locale,
): string => {
  const contact = [name, phone, email].filter((one) => one !== "").join(" · ");
  return isKnown || contact === ""
    ? words
    : `${words}\n\n${answerWords[locale].contact}: ${contact}`;
};
