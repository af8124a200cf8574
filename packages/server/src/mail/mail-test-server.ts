import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { loopbackCertificate, loopbackKey } from "./loopback-certificate.ts";

export interface TakenMail {
  readonly to: string;
  readonly from: string;
  /** The whole message, headers and all, as it came over the wire. */
  readonly raw: string;
  readonly isEncrypted: boolean;
  readonly user: string | null;
}

/** For tests: a real SMTP server on this machine that keeps what it took. */
export const startMailServer = async (wanted: {
  readonly login?: { readonly user: string; readonly password: string };
  readonly isTls?: boolean;
  /** What it says to the n-th mail (from 1) instead of taking it. */
  readonly refuse?: (nth: number) => { readonly code: number; readonly words: string } | null;
}) => {
  const taken: TakenMail[] = [];
  let offered = 0;
  const server = new SMTPServer({
    secure: wanted.isTls ?? false,
    key: loopbackKey,
    cert: loopbackCertificate,
    authOptional: wanted.login === undefined,
    allowInsecureAuth: false,
    onAuth: ({ username, password }, _, done) =>
      username === wanted.login?.user && password === wanted.login?.password
        ? done(null, { user: username })
        : done(new Error("Authentication failed")),
    onData: (stream, session, done) => {
      offered += 1;
      const refusal = wanted.refuse?.(offered) ?? null;
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (refusal) {
          const error = Object.assign(new Error(refusal.words), { responseCode: refusal.code });
          return done(error);
        }
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address).join(),
          raw: Buffer.concat(parts).toString("utf8"),
          isEncrypted: session.secure,
          user: (session.user as string | undefined) ?? null,
        });
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    offered: () => offered,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};

/** For tests: a server that takes the connection and never says a word. */
export const startSilentServer = async (): Promise<{ port: number; stop: () => Promise<void> }> => {
  const open = new Set<import("node:net").Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
};

/** The decoded text part of a message: base64 or quoted-printable. */
export const textOf = (raw: string): string =>
  raw
    .split(/\r\n--/)
    .map((part) => {
      const [head = "", ...rest] = part.split("\r\n\r\n");
      const body = rest.join("\r\n\r\n");
      if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
      if (!/quoted-printable/i.test(head)) return body;
      const bytes = body
        .replaceAll("=\r\n", "")
        .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
      return Buffer.from(bytes, "latin1").toString("utf8");
    })
    .join("\n");
