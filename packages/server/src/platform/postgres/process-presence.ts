import { link, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Is a process with this id alive? One that belongs to somebody else counts as alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}

/** Start time of a process in clock ticks: tells a process from a later one with the same id. */
function startTick(pid: number): string {
  return statFields(pid)[19] ?? "";
}

function isZombie(pid: number): boolean {
  return statFields(pid)[0] === "Z";
}

function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

/** Write down that this process uses the cluster whose holders are noted in `folder`. */
export async function holdCluster(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, String(process.pid)), startTick(process.pid));
}

/** Take the note back and count the living processes that still use the cluster. */
export async function releaseCluster(folder: string): Promise<number> {
  await rm(join(folder, String(process.pid)), { force: true });
  return countHolders(folder);
}

/** Living processes that use the cluster; notes left by dead ones are removed. */
export async function countHolders(folder: string): Promise<number> {
  let living = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const note = await readFile(join(folder, name), "utf8").catch(() => null);
    if (note !== null && isAlive(Number(name)) && note === startTick(Number(name))) living++;
    else await rm(join(folder, name), { force: true });
  }
  return living;
}

/**
 * Do `work` while no other living process does its own under the same lock file. A lock left by a
 * dead process is taken over.
 */
export async function oneAtATime<Result>(
  lockFile: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const mine = `${process.pid} ${startTick(process.pid)}`;
  while (!(await takeLock(lockFile, mine))) await sleep(20 + Math.random() * 20);
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

async function takeLock(lockFile: string, mine: string): Promise<boolean> {
  try {
    // A link appears with its content at once, so nobody ever reads a half-written lock.
    const draft = `${lockFile}.${process.pid}.${++lockDrafts}`;
    await writeFile(draft, mine);
    await link(draft, lockFile).finally(() => rm(draft, { force: true }));
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  }
  const [pid, tick] = (await readFile(lockFile, "utf8").catch(() => "")).split(" ");
  const held = pid && isAlive(Number(pid)) && startTick(Number(pid)) === tick;
  if (pid && !held) await rm(lockFile, { force: true });
  return false;
}

let lockDrafts = 0;
