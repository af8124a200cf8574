import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, it } from "vitest";
import { csrfHeader } from "../packages/contract/src/endpoint/headers.ts";
import { startEmbeddedPostgres } from "../packages/server/src/platform/postgres/start-embedded-postgres.ts";
import { prepareServer } from "./killable-server.ts";

const kills = 20;
/** Only for what hangs: twenty starts and a round of judging take a crowded machine long. */
const patienceMs = 600_000;
const rowsOfFile = 100_000;
const ordersOfFile = 5_000;

/** Lines of one order lie far apart, so that chunks depend on each other. */
const orderFile = (): Blob => {
  const lines = ["单号,客户编号,日期,数量,单价"];
  for (let i = 0; i < rowsOfFile; i++) {
    const order = i % ordersOfFile;
    const month = String((order % 12) + 1).padStart(2, "0");
    lines.push(
      `F${order},K${order % 400},20${20 + (order % 5)}-${month}-1${order % 9},${1 + (i % 3)},2.5`,
    );
  }
  return new Blob([`${lines.join("\n")}\n`]);
};
const netOfFile = Array.from({ length: rowsOfFile }, (_, i) => (1 + (i % 3)) * 250).reduce(
  (a, b) => a + b,
  0,
);

it(
  "killed 20 times during import and evaluation, nothing acknowledged is lost and nothing needs repair",
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "mainstay-kill-"));
    const postgres = await startEmbeddedPostgres({ dataDir });
    const server = await prepareServer(dataDir, { LOG_LEVEL: "error", REQUESTS_PER_MINUTE: "0" });
    const database = new pg.Client({ connectionString: postgres.adminUrl });
    try {
      await server.start();
      await database.connect();
      const token = /#(\S+)/.exec(server.printed())?.[1] ?? "";
      const headers: Record<string, string> = {
        "content-type": "application/json",
        [csrfHeader]: "1",
      };
      const send = async (path: string, body?: unknown, method = "POST") => {
        const form = body instanceof FormData;
        const { "content-type": type, ...others } = headers;
        return fetch(`${server.origin}/api/v1${path}`, {
          method,
          headers: form
            ? others
            : body === undefined
              ? others
              : { ...others, "content-type": type ?? "" },
          ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
        });
      };
      const administrator = {
        name: "A",
        email: "a@example.test",
        password: "a long kill password",
      };
      const setUp = await send("/setup", {
        token,
        workspaceName: "K",
        locale: "en",
        administrator,
        portfolio: "empty",
      });
      headers["cookie"] = setUp.headers.get("set-cookie")?.split(";")[0] ?? "";
      const form = new FormData();
      form.append("file", orderFile(), "orders.csv");
      const { id } = (await (await send("/imports?kind=order", form)).json()) as { id: string };
      const statusOf = async () => {
        const found = await database.query<{ status: string }>(
          "select status from import_batch where id = $1",
          [id],
        );
        return found.rows[0]?.status;
      };
      expect((await send(`/imports/${id}/check`)).status).toBe(202);

      const acknowledged: string[] = [];
      let sent = 0;
      let commitAsked = false;
      const writeOn = async (until: number) => {
        while (Date.now() < until) {
          const name = `W${sent++}`;
          const answer = await send("/accounts", { name }).catch(() => null);
          if (answer?.status === 201 && (await answer.json().catch(() => null)))
            acknowledged.push(name);
          await sleep(20);
        }
      };
      const askForCommit = async () => {
        if (commitAsked || (await statusOf()) !== "checked") return;
        commitAsked = (await send(`/imports/${id}/commit`).catch(() => null))?.status === 202;
        if (!commitAsked) commitAsked = (await statusOf()) !== "checked";
      };
      for (let kill = 0; kill < kills; kill++) {
        await askForCommit();
        const lifeMs = 200 + ((kill * 137) % 900);
        const writing = writeOn(Date.now() + lifeMs);
        await sleep(lifeMs);
        await server.kill();
        await writing;
        await server.start();
      }
      const deadline = Date.now() + patienceMs;
      while ((await statusOf()) !== "committed" && Date.now() < deadline) {
        await askForCommit();
        await sleep(200);
      }
      expect(await statusOf()).toBe("committed");
      const one = async (text: string, values: unknown[] = []) =>
        (await database.query(text, values)).rows[0];
      expect(
        await one(`select count(*)::int as lines, sum(l.net_minor)::int as net, count(distinct (order_id, line_no))::int as numbers
      from order_line l join sales_order o on o.id = l.order_id where o.external_id like 'F%'`),
      ).toEqual({ lines: rowsOfFile, net: netOfFile, numbers: rowsOfFile });
      expect(
        await one("select count(*)::int as kept from account where name = any($1)", [acknowledged]),
      ).toEqual({ kept: acknowledged.length });
      expect(acknowledged.length).toBeGreaterThan(0);
      expect(
        await one(`select (select sum(base_net_minor) from order_day) = (select sum(base_net_minor) from sales_order) as agrees,
      (select count(*) from sales_order o where line_count <> (select count(*) from order_line l where l.order_id = o.id))::int as miscounted`),
      ).toEqual({ agrees: true, miscounted: 0 });
      const judged = `select count(*)::int as accounts from account_standing s join account a on a.id = s.account_id
      where s.as_of is not null and a.external_id like 'K%'`;
      while (Date.now() < deadline) {
        if ((await one(judged)).accounts === 400) break;
        await sleep(300);
      }
      expect(await one(judged)).toEqual({ accounts: 400 });
    } finally {
      await database.end().catch(() => {});
      await server.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  3 * patienceMs,
);
