import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { OutsideWorld } from "../platform/outside/outside-world.ts";
import { createRobotPost } from "../platform/outside/post-to-robot.ts";

export interface PostedMessage {
  readonly path: string;
  readonly body: Record<string, unknown>;
}
/** What the platform answers: status and body, a redirect, or nothing at all. */
export type RobotReply =
  | { readonly status?: number; readonly body?: unknown; readonly location?: string }
  | "hang";

/** For tests: the platforms' hosts on this machine, which answer as they are told. */
export const startRobotServer = async () => {
  const posted: PostedMessage[] = [];
  let reply: RobotReply = { body: { errcode: 0, code: 0 } };
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => (text += part));
    request.on("end", () => {
      posted.push({ path: request.url ?? "", body: JSON.parse(text) });
      if (reply === "hang") return;
      const { status = 200, body = "", location } = reply;
      response.writeHead(status, location ? { location } : {});
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = createRobotPost({ answerMs: 300, hosts: new Set([host]), protocol: "http:" });
  /** Sends what was meant for a platform here instead. */
  const postToRobot: OutsideWorld["postToRobot"] = (url, body) =>
    post(new URL(`${url.pathname}${url.search}`, `http://${host}`), body);
  return {
    host,
    posted,
    postToRobot,
    answer: (next: RobotReply) => {
      reply = next;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
