import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { ImapFlow } from "imapflow";
import { loopbackCertificate, loopbackKey } from "../mail/loopback-certificate.ts";

/** Debian's dovecot-imapd; null where it is not installed. */
export const dovecotPath: string | null =
  ["/usr/sbin/dovecot", "/usr/bin/dovecot", "/usr/local/sbin/dovecot"].find(existsSync) ?? null;

export const imapPassword = "correct-horse-battery";

const freePort = (): Promise<number> =>
  new Promise((resolve, refuse) => {
    const probe = createServer();
    probe.on("error", refuse);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Mail may not belong to root, so that root hands it to nobody. */
const owner = () => {
  const { uid, username } = userInfo();
  return uid === 0 ? { user: "nobody", group: "nogroup" } : { user: username, group: username };
};

const configOf = (folder: string, tls: number, plain: number) => {
  const { user, group } = owner();
  return `protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
log_path = ${folder}/log
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
mail_location = maildir:${folder}/mail/%u
auth_mechanisms = plain
disable_plaintext_auth = yes
first_valid_uid = 1
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
passdb {
  driver = static
  args = password=${imapPassword}
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${plain}
  }
  inet_listener imaps {
    port = ${tls}
    ssl = yes
  }
}
auth_failure_delay = 0
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
`;
};

const hasEnded = (process: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (process.exitCode !== null) return resolve();
    process.once("exit", () => resolve());
  });

/** For tests: a real IMAP server on this machine, with a folder and configuration of its own; every name has a mailbox. */
export const startImapServer = async () => {
  if (dovecotPath === null) throw new Error("dovecot-imapd is not installed");
  const folder = mkdtempSync(join(tmpdir(), "mainstay-imap-"));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "mail"));
  chmodSync(join(folder, "mail"), 0o777);
  writeFileSync(join(folder, "cert.pem"), loopbackCertificate);
  writeFileSync(join(folder, "key.pem"), loopbackKey);
  const [tls, plain] = [await freePort(), await freePort()];
  const config = join(folder, "dovecot.conf");
  writeFileSync(config, configOf(folder, tls, plain));
  const dovecot = spawn(dovecotPath, ["-F", "-c", config], { stdio: "ignore" });
  const as = async <Result>(
    user: string,
    work: (client: ImapFlow) => Promise<Result>,
  ): Promise<Result> => {
    const client = new ImapFlow({
      host: "localhost",
      port: tls,
      secure: true,
      auth: { user, pass: imapPassword },
      logger: false,
      disableAutoIdle: true,
      tls: { ca: loopbackCertificate },
    });
    client.on("error", () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  };
  for (let attempt = 1; ; attempt++) {
    const isUp = await as("probe", async () => true).catch(() => false);
    if (isUp) break;
    if (attempt === 100 || dovecot.exitCode !== null) {
      dovecot.kill("SIGTERM");
      throw new Error(`dovecot does not answer; see ${folder}/log`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    tls,
    plain,
    as,
    /** Puts messages into a folder, as a mail server would. */
    deliver: (
      user: string,
      mails: readonly (string | Buffer)[],
      to = "INBOX",
      flags: string[] = [],
    ) =>
      as(user, async (client) => {
        if (to !== "INBOX") await client.mailboxCreate(to);
        for (const mail of mails) await client.append(to, Buffer.from(mail), flags);
      }),
    /** What lies in a folder and whether it is marked as read. */
    listIn: (user: string, from = "INBOX") =>
      as(user, async (client) => {
        const { exists } = await client.mailboxOpen(from);
        if (exists === 0) return [];
        const found: { uid: number; isSeen: boolean }[] = [];
        for await (const one of client.fetch("1:*", { uid: true, flags: true }))
          found.push({ uid: one.uid, isSeen: one.flags?.has("\\Seen") ?? false });
        return found;
      }),
    stop: async () => {
      dovecot.kill("SIGTERM");
      await hasEnded(dovecot);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
export type ImapServer = Awaited<ReturnType<typeof startImapServer>>;
