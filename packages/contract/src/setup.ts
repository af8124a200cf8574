import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { requiredText } from "./endpoint/wire.ts";
import { email, linkToken, localeShape, password, SessionView } from "./session.ts";

/** First run: the one-time link of the terminal creates the workspace's administrator. */
export const setup = {
  state: endpoint({
    id: "setup.state",
    method: "GET",
    path: "/setup",
    allow: "public",
    summary: "Whether this installation still waits for its first administrator",
    response: z.object({ isNeeded: z.boolean(), version: z.string() }),
  }),
  complete: endpoint({
    id: "setup.complete",
    method: "POST",
    path: "/setup",
    allow: "public",
    summary: "Name the workspace, create its administrator, start empty or with the demo portfolio",
    body: z.object({
      token: linkToken,
      workspaceName: requiredText(100),
      locale: localeShape,
      administrator: z.object({ name: requiredText(100), email, password }),
      portfolio: z.enum(["empty", "demo"]),
    }),
    response: SessionView,
    status: 201,
  }),
};
