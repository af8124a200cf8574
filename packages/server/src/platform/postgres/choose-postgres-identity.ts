import { spawnSync } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { EmbeddedPostgresUnavailable } from "./embedded-postgres-unavailable.ts";

/** How to run the server programs: under which uid, and behind which wrapping command. */
export type PostgresIdentity = {
  uid?: number;
  gid?: number;
  wrapper: string[];
};

type PasswdEntry = { name: string; uid: number; gid: number };

/**
 * PostgreSQL refuses to run as root and initdb refuses a uid without a name. Root steps down to
 * `postgres` or `nobody` when every folder on the way may be entered; otherwise the process gets a
 * user namespace in which it carries an ordinary name while the kernel still sees the real uid.
 * `usedFolders` exist; `clusterFolder` decides when it was made by an earlier run.
 */
export async function choosePostgresIdentity(
  usedFolders: string[],
  clusterFolder: string,
): Promise<PostgresIdentity> {
  const uid = process.getuid?.();
  if (uid === undefined) return { wrapper: [] };
  const passwd = await readPasswd();
  const ownerUid = await stat(clusterFolder).then(
    (s) => s.uid,
    () => null,
  );
  if (uid !== 0) {
    if (ownerUid !== null && ownerUid !== uid) {
      throw new EmbeddedPostgresUnavailable(
        `${clusterFolder} belongs to uid ${ownerUid}, but Mainstay runs as uid ${uid}. Start it as the same user as before, or as root.`,
      );
    }
    if (passwd.some((entry) => entry.uid === uid)) return { wrapper: [] };
    return { wrapper: namespaceWrapper(passwd, "this uid has no entry in /etc/passwd") };
  }
  if (ownerUid !== null && ownerUid !== 0) {
    const owner = passwd.find((entry) => entry.uid === ownerUid);
    return { uid: ownerUid, gid: owner?.gid ?? ownerUid, wrapper: [] };
  }
  const enterable = (await Promise.all(usedFolders.map(everyoneMayEnter))).every(Boolean);
  const servant = ["postgres", "nobody"]
    .map((name) => passwd.find((entry) => entry.name === name))
    .find((entry) => entry !== undefined);
  if (ownerUid === null && enterable && servant) {
    return { uid: servant.uid, gid: servant.gid, wrapper: [] };
  }
  return { wrapper: namespaceWrapper(passwd, "the folder may only be entered by root") };
}

async function readPasswd(): Promise<PasswdEntry[]> {
  const text = await readFile("/etc/passwd", "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

async function everyoneMayEnter(folder: string): Promise<boolean> {
  for (let current = resolve(folder); ; current = dirname(current)) {
    const mode = await stat(current).then(
      (s) => s.mode,
      () => 0,
    );
    if ((mode & 0o001) === 0) return false;
    if (current === dirname(current)) return true;
  }
}

function namespaceWrapper(passwd: PasswdEntry[], why: string): string[] {
  const named =
    passwd.find((entry) => entry.name === "postgres") ??
    passwd.find((entry) => entry.uid !== 0) ??
    ({ name: "daemon", uid: 1, gid: 1 } satisfies PasswdEntry);
  const wrapper = ["unshare", "--user", `--map-user=${named.uid}`, `--map-group=${named.gid}`];
  const trial = spawnSync(wrapper[0] ?? "", [...wrapper.slice(1), "true"], { encoding: "utf8" });
  if (trial.status === 0) return wrapper;
  throw new EmbeddedPostgresUnavailable(
    `The embedded PostgreSQL cannot run here: ${why}, and a user namespace is not allowed (${(trial.stderr || trial.error?.message || "unshare failed").trim()}). Put Mainstay into a folder everyone may enter (for example /opt/mainstay), or run it as an ordinary user with a name.`,
  );
}
