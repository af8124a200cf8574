import { ImapFlow } from "imapflow";

/** A mailbox as somebody set it up, its password in clear. */
export interface MailboxServer {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls";
  readonly login: { readonly user: string; readonly password: string };
  readonly folder: string;
}

/** A folder that is open, messages named by their lasting numbers (UID) under a numbering (UIDVALIDITY). */
export interface OpenMailbox {
  readonly uidValidity: bigint;
  /** The number the next message will get. */
  readonly nextUid: number;
  readonly messages: number;
  /** Numbers and sizes of the messages behind a number, in order. */
  readonly listAfter: (
    uid: number,
    atMost: number,
  ) => Promise<{ uid: number; sizeBytes: number }[]>;
  /** Numbers of the messages nobody has read. */
  readonly listUnseen: () => Promise<number[]>;
  /** The raw message, or its headers alone; null when it is gone. */
  readonly read: (uid: number, part: "whole" | "headers") => Promise<Buffer | null>;
  readonly markSeen: (uids: readonly number[]) => Promise<void>;
  readonly move: (uids: readonly number[], folder: string) => Promise<void>;
}

export type MailboxOutcome<Result> =
  | { readonly kind: "read"; readonly result: Result }
  | { readonly kind: "failed"; readonly reason: string };

/** Opens a mailbox, lets somebody work in it, and closes it. What goes wrong on the way or there is part of the answer. */
export type VisitMailbox = <Result>(
  server: MailboxServer,
  work: (mailbox: OpenMailbox) => Promise<Result>,
) => Promise<MailboxOutcome<Result>>;

export interface MailboxLimits {
  readonly connectMs: number;
  /** Between two words of the server. */
  readonly silenceMs: number;
  /** Largest answer that is taken, in bytes. */
  readonly answerBytes: number;
  /** Certificates to trust besides the system's; for tests. */
  readonly ca?: string;
}

const usualLimits: MailboxLimits = {
  connectMs: 8_000,
  silenceMs: 30_000,
  answerBytes: 12 * 1024 * 1024,
};

/** What a failure in the work itself throws on: our own errors are not the server's. */
const isOfServer = (error: unknown): boolean =>
  error instanceof Error && ("responseStatus" in error || "code" in error);

export const createMailboxVisitor =
  (limits: MailboxLimits = usualLimits): VisitMailbox =>
  async (server, work) => {
    const client = new ImapFlow({
      host: server.host,
      port: server.port,
      secure: server.security === "tls",
      ...(server.security === "starttls" && { doSTARTTLS: true }),
      auth: { user: server.login.user, pass: server.login.password },
      logger: false,
      disableAutoIdle: true,
      disableCompression: true,
      connectionTimeout: limits.connectMs,
      greetingTimeout: limits.connectMs,
      socketTimeout: limits.silenceMs,
      maxLiteralSize: limits.answerBytes,
      tls: { minVersion: "TLSv1.2", ...(limits.ca !== undefined && { ca: limits.ca }) },
    });
    // A connection that breaks between two commands says so here too; the command itself fails as well.
    client.on("error", () => {});
    let isWorking = false;
    try {
      await client.connect();
      const folder = await client.mailboxOpen(server.folder);
      isWorking = true;
      const result = await work(roomOf(client, folder));
      await client.logout().catch(() => {});
      return { kind: "read", result };
    } catch (error) {
      if (isWorking && !isOfServer(error)) throw error;
      return { kind: "failed", reason: reasonOf(error) };
    } finally {
      client.close();
    }
  };

const inFull = (uids: readonly number[]): string => uids.join(",");

const roomOf = (
  client: ImapFlow,
  folder: { readonly uidValidity: bigint; readonly uidNext: number; readonly exists: number },
): OpenMailbox => ({
  uidValidity: folder.uidValidity,
  nextUid: folder.uidNext,
  messages: folder.exists,
  listAfter: async (uid, atMost) => {
    if (folder.exists === 0) return [];
    const found: { uid: number; sizeBytes: number }[] = [];
    for await (const one of client.fetch(
      `${uid + 1}:*`,
      { uid: true, size: true },
      { uid: true },
    )) {
      // "7:*" means the last message even where that is number 3.
      if (one.uid > uid) found.push({ uid: one.uid, sizeBytes: one.size ?? 0 });
    }
    return found.sort((one, other) => one.uid - other.uid).slice(0, atMost);
  },
  listUnseen: async () => (await client.search({ seen: false }, { uid: true })) || [],
  read: async (uid, part) => {
    const wanted = part === "whole" ? { source: true } : { headers: true };
    const found = await client.fetchOne(String(uid), { uid: true, ...wanted }, { uid: true });
    if (!found) return null;
    return (part === "whole" ? found.source : found.headers) ?? null;
  },
  markSeen: async (uids) => {
    if (uids.length > 0) await client.messageFlagsAdd(inFull(uids), ["\\Seen"], { uid: true });
  },
  move: async (uids, to) => {
    if (uids.length === 0) return;
    await client.mailboxCreate(to).catch(() => {});
    await client.messageMove(inFull(uids), to, { uid: true });
  },
});

/** What the server or the network said, on one line; never the password. */
const reasonOf = (error: unknown): string => {
  const { code, responseText, message } = error as {
    code?: unknown;
    responseText?: unknown;
    message?: unknown;
  };
  const said = typeof responseText === "string" ? responseText : String(message ?? error);
  return [typeof code === "string" ? code : "", said]
    .filter((one) => one !== "")
    .join(" · ")
    .replaceAll(/\s+/g, " ")
    .slice(0, 300);
};
