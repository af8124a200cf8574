import { Agent, request } from "node:http";
import type { BenchWorkspace } from "./bench-workspace.ts";

export interface Answer {
  status: number;
  ms: number;
  body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** One request over a kept connection with the workspace's token, timed from the first byte sent to the last one read. */
export const ask = (space: BenchWorkspace, path: string, body?: unknown): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    const sent = request(
      `${space.origin}/api/v1${path}`,
      {
        agent,
        method: body === undefined ? "GET" : "POST",
        headers: {
          authorization: `Bearer ${space.token}`,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            ms: performance.now() - begun,
            body: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });

/** Milliseconds below which the share of requests stayed. */
export const quantile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

/** Asks one after the other, after a warm-up; every answer must be a success. */
export const timesOf = async (
  space: BenchWorkspace,
  count: number,
  path: (index: number) => string,
  body?: (index: number) => unknown,
): Promise<number[]> => {
  const times: number[] = [];
  for (let index = -20; index < count; index++) {
    const answer = await ask(space, path(index + 20), body?.(index + 20));
    if (answer.status >= 300)
      throw new Error(`${path(index + 20)}: ${answer.status} ${answer.body.slice(0, 300)}`);
    if (index >= 0) times.push(answer.ms);
  }
  return times;
};

/** Requests a second that so many clients get, each asking again as soon as it is answered. */
export const throughput = async (
  space: BenchWorkspace,
  clients: number,
  seconds: number,
  path: () => string,
): Promise<number> => {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const client = async () => {
    while (performance.now() < until) {
      const answer = await ask(space, path());
      if (answer.status >= 300) throw new Error(`${path()}: ${answer.status}`);
      done += 1;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return done / ((performance.now() - begun) / 1000);
};
