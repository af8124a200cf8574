import { robotHosts } from "@mainstay/domain/robot/robot-address";
import type { OutsideWorld } from "./outside-world.ts";

export interface RobotPostLimits {
  readonly answerMs: number;
  /** Hosts (with port) that may be asked, and the protocol they must be asked by. */
  readonly hosts: ReadonlySet<string>;
  readonly protocol: "https:" | "http:";
}

const usualLimits: RobotPostLimits = {
  answerMs: 8_000,
  hosts: new Set(Object.values(robotHosts)),
  protocol: "https:",
};
const longestAnswer = 64 * 1024;

/**
 * Posts JSON to a robot's host: only hosts on the list, by https, without following a redirect, within a time limit. Never
 * throws: status 0 stands for no answer, and neither address nor key is part of what it says.
 */
export const createRobotPost =
  (limits: RobotPostLimits = usualLimits): OutsideWorld["postToRobot"] =>
  async (url, body) => {
    if (url.protocol !== limits.protocol || !limits.hosts.has(url.host)) {
      return { status: 0, text: "host_not_allowed" };
    }
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8" },
        body: JSON.stringify(body),
        redirect: "manual",
        signal: AbortSignal.timeout(limits.answerMs),
      });
      return { status: answer.status, text: await readAtMost(answer, longestAnswer) };
    } catch (error) {
      return { status: 0, text: reasonOf(error) };
    }
  };

const readAtMost = async (answer: Response, most: number): Promise<string> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part);
    size += part.length;
    if (size > most) break;
  }
  return Buffer.concat(parts).subarray(0, most).toString("utf8");
};

/** The innermost code, as ECONNREFUSED or TimeoutError; messages may hold the address. */
const reasonOf = (error: unknown): string => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === "string") return code;
    if (cause.cause === undefined) return cause.name;
  }
  return "unknown";
};
