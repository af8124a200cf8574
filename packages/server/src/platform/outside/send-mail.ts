import { createTransport } from "nodemailer";
import type { Mail, MailOutcome, MailServer, OutsideWorld } from "./outside-world.ts";

export interface MailLimits {
  /** Until the connection stands. */
  readonly connectMs: number;
  /** Between two words of the server. */
  readonly silenceMs: number;
  /** For the whole of one mail. */
  readonly wholeMs: number;
  /** Certificates to trust besides the system's; for tests. */
  readonly ca?: string;
}

const usualLimits: MailLimits = { connectMs: 5_000, silenceMs: 10_000, wholeMs: 25_000 };

/** Sends by SMTP with a connection of its own. Never throws: what went wrong is part of the answer. */
export const createMailSender =
  (limits: MailLimits = usualLimits): OutsideWorld["sendMail"] =>
  async (server, mail) => {
    const transport = createTransport(optionsOf(server, limits));
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, refuse) => {
      timer = setTimeout(() => refuse(new MailTimeout()), limits.wholeMs);
    });
    try {
      await Promise.race([transport.sendMail(messageOf(mail)), tooLong]);
      return { kind: "sent" };
    } catch (error) {
      return outcomeOf(error);
    } finally {
      clearTimeout(timer);
      transport.close();
    }
  };

class MailTimeout extends Error {
  override name = "MailTimeout";
  readonly code = "ETIMEDOUT";
}

const optionsOf = ({ host, port, security, login }: MailServer, limits: MailLimits) => ({
  host,
  port,
  secure: security === "tls",
  requireTLS: security === "starttls",
  ignoreTLS: security === "none",
  connectionTimeout: limits.connectMs,
  greetingTimeout: limits.connectMs,
  dnsTimeout: limits.connectMs,
  socketTimeout: limits.silenceMs,
  disableFileAccess: true,
  disableUrlAccess: true,
  tls: { minVersion: "TLSv1.2" as const, ...(limits.ca !== undefined && { ca: limits.ca }) },
  ...(login && { auth: { user: login.user, pass: login.password } }),
});

const messageOf = ({ inReplyTo, ...mail }: Mail) => ({
  ...mail,
  ...(inReplyTo !== undefined && { inReplyTo, references: inReplyTo }),
  headers: {
    "Auto-Submitted": "auto-generated",
    ...mail.headers,
    "X-Auto-Response-Suppress": "All",
    // By which the mailbox knows its own when it comes back.
    "X-Mainstay-Mail": "1",
  },
});

interface SmtpError {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly message?: unknown;
}

const outcomeOf = (error: unknown): MailOutcome => {
  const { code, responseCode, response, message } = error as SmtpError;
  const said = typeof response === "string" ? response : String(message ?? error);
  const reason = [typeof code === "string" ? code : "", said]
    .filter((one) => one !== "")
    .join(" · ")
    .replaceAll(/\s+/g, " ")
    .slice(0, 300);
  const status = typeof responseCode === "number" ? responseCode : 0;
  // Refused as a sender, or not reached at all: the next mail would fare no better, and this one is not at fault.
  const isServer = code === "EAUTH" || status === 0 || status === 421;
  return { kind: status >= 500 && !isServer ? "never" : "later", isServer, reason };
};
