import type { SetAsideReason } from "./incoming-message-kind.ts";

/** The header every mail of the product carries, so that it knows its own. */
export const ownMailHeader = "x-mainstay-mail";

/** What the rule looks at: headers by lower-case name (several of a name joined by a comma), subject, sender, and our own addresses. */
export interface MailFacts {
  readonly subject: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly fromAddress: string;
  readonly ownAddresses: readonly string[];
}

const robotNames = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+.-]|@|$)/;

/** Mail programs that answer for somebody away and say so nowhere but in the subject. */
const awaySubject =
  /^(自动(回复|答复)|休假回复|auto(matic)?[ -]?(reply|response)\b|out of (the )?office\b)/i;

/**
 * Why a message must not open a case nor be answered, or null when a person wrote it: mail of programs (RFC 3834), of lists
 * (RFC 2919), bounces (an empty return path), and our own. Answering any of these may never end.
 */
export const judgeLoop = ({
  headers,
  subject,
  fromAddress,
  ownAddresses,
}: MailFacts): SetAsideReason | null => {
  const valueOf = (name: string) => headers.get(name)?.trim().toLowerCase() ?? "";
  const from = fromAddress.toLowerCase();
  if (headers.has(ownMailHeader) || ownAddresses.some((own) => own.toLowerCase() === from))
    return "own_mail";
  const submitted = valueOf("auto-submitted");
  if (submitted !== "" && !submitted.startsWith("no")) return "automatic";
  if (["x-autoreply", "x-autorespond", "x-auto-response-suppress"].some((one) => headers.has(one)))
    return "automatic";
  if (/\b(auto_reply|auto-reply)\b/.test(valueOf("precedence"))) return "automatic";
  if (awaySubject.test(subject.trim())) return "automatic";
  if (valueOf("content-type").startsWith("multipart/report")) return "automatic";
  if (/\b(bulk|list|junk)\b/.test(valueOf("precedence"))) return "list";
  if (headers.has("list-id") || headers.has("list-unsubscribe")) return "list";
  if (headers.has("return-path") && /^(<>|)$/.test(valueOf("return-path"))) return "no_return";
  if (from === "" || robotNames.test(from)) return "no_return";
  return null;
};
