import { expect } from "vitest";
import { startMailServer } from "../../packages/server/src/mail/mail-test-server.ts";

/** Soft line breaks and escapes of quoted-printable undone, or base64: the words as a mail program shows them. */
const readable = (raw: string): string => {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/content-transfer-encoding: base64/i.test(raw)) {
    const blocks = raw.split(/\r\n\r\n/).slice(1);
    const texts = blocks.map((block) => Buffer.from(block, "base64").toString("utf8"));
    return `${head}\n${texts.join("\n")}`;
  }
  const bytes = body
    .replaceAll(/=\r?\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return `${head}\n${Buffer.from(bytes, "latin1").toString("utf8")}`;
};

export const openMailbox = async () => {
  const server = await startMailServer({});
  const mailsTo = (address: string) =>
    server.taken.filter(({ to }) => to === address).map(({ raw }) => readable(raw));
  return {
    port: server.port,
    stop: server.stop,
    mailsTo,
    /** The link of a public page in the n-th mail to somebody that holds one; waits for the mail. */
    linkTo: async (address: string, page: "c" | "s", nth = 1): Promise<string> => {
      const pattern = new RegExp(`https?://\\S+/${page}/#[\\w.-]+`, "g");
      const links = () => mailsTo(address).flatMap((mail) => mail.match(pattern)?.[0] ?? []);
      await expect.poll(() => links().length).toBeGreaterThanOrEqual(nth);
      return links()[nth - 1] ?? "";
    },
  };
};
