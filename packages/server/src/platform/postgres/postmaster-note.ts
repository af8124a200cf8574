import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "./process-presence.ts";

/** What a running server writes into postmaster.pid. `socketFolder` is empty when it listens on TCP. */
export type PostmasterNote = {
  pid: number;
  port: number;
  socketFolder: string;
  ready: boolean;
};

/** The note of the server of this data folder, if that process is alive and really a server. */
export async function findPostmaster(dataFolder: string): Promise<PostmasterNote | null> {
  const text = await readFile(join(dataFolder, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid) || !isServer(pid)) return null;
  return {
    pid,
    port: Number(lines[3]),
    socketFolder: lines[4] ?? "",
    ready: (lines[7] ?? "").startsWith("ready"),
  };
}

/** In a container that restarts, the noted id soon belongs to another program. */
function isServer(pid: number): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim().startsWith("postgres");
  } catch {
    return false;
  }
}
