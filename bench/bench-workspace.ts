import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csrfHeader } from "../packages/contract/src/endpoint/headers.ts";
import { prepareServer } from "../e2e/killable-server.ts";
import { startEmbeddedPostgres } from "../packages/server/src/platform/postgres/start-embedded-postgres.ts";

/** A real server on a private cluster with a signed-in administrator's access token, for measuring. */
export interface BenchWorkspace {
  readonly origin: string;
  readonly token: string;
  readonly tenantId: string;
  /** The cluster's superuser: fills tables without row security and without the application. */
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly serverPid: () => number;
  readonly end: () => Promise<void>;
}

const password = "a long bench password";

const post = async (
  origin: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) => {
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, [csrfHeader]: "bench", ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return {
    json: await answer.json(),
    cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "",
  };
};

/** Starts the product as `npm start` does, sets an empty workspace up and makes a token with every scope. */
export const openBenchWorkspace = async (
  env: Readonly<Record<string, string>> = {},
): Promise<BenchWorkspace> => {
  const dataDir = await mkdtemp(join(tmpdir(), "mainstay-bench-"));
  const postgres = await startEmbeddedPostgres({ dataDir });
  const server = await prepareServer(dataDir, {
    LOG_LEVEL: "error",
    REQUESTS_PER_MINUTE: "1000000",
    ...env,
  });
  await server.start();
  const token = /#(\S+)/.exec(server.printed())?.[1];
  if (!token) throw new Error(`no first-run link in:\n${server.printed()}`);
  const administrator = { name: "Bench", email: "bench@example.test", password };
  const setUp = { token, workspaceName: "Bench", locale: "en", administrator, portfolio: "empty" };
  const { cookie } = await post(server.origin, "/setup", setUp);
  const scopes = ["read", "write", "import", "admin"];
  const made = await post(
    server.origin,
    "/access-tokens",
    { name: "bench", scopes, expiresOn: null },
    { cookie },
  );
  return {
    origin: server.origin,
    token: made.json.secret,
    tenantId: token.split(".")[0] ?? "",
    adminUrl: postgres.adminUrl,
    appUrl: postgres.appUrl,
    serverPid: server.pid,
    end: async () => {
      await server.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
