import pg from "pg";
import type { BenchLine } from "../packages/analytics/bench/bench-line.ts";
import { csrfHeader } from "../packages/contract/src/endpoint/headers.ts";
import { type BenchWorkspace, openBenchWorkspace } from "./bench-workspace.ts";
import { makePortfolio } from "./make-portfolio.ts";
import { quantile, timesOf } from "./measure-http.ts";

const accounts = 10_000;
const perManager = 25;

const send = async (
  origin: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
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

/** A colleague with a token of their own: the workspace as they see it. */
export const asColleague = async (
  space: BenchWorkspace,
  role: "manager" | "director",
  visibility: "own" | "all",
): Promise<{ seen: BenchWorkspace; userId: string }> => {
  const authorization = `Bearer ${space.token}`;
  const email = `${role}@example.test`;
  const invited = await send(
    space.origin,
    "/users",
    { role, name: role, email, visibility },
    { authorization },
  );
  const path: string = invited.json.path;
  const token = path.slice(path.indexOf("#") + 1);
  const password = `a ${role} with a password`;
  const { cookie } = await send(space.origin, "/invitations/accept", { token, password }, {});
  const scopes = ["read", "write"];
  const made = await send(
    space.origin,
    "/access-tokens",
    { name: "bench", scopes, expiresOn: null },
    { cookie },
  );
  const answer = await fetch(`${space.origin}/api/v1/session`, { headers: { cookie } });
  const { user } = (await answer.json()) as { user: { id: string } };
  return { seen: { ...space, token: made.json.secret }, userId: user.id };
};

/** Managers with their 25 accounts each and everything that Today shows, in the shares of a busy portfolio. */
export const fillDesks = async (space: BenchWorkspace, managerId: string): Promise<void> => {
  const { tenantId } = space;
  const admin = new pg.Client({ connectionString: space.adminUrl });
  await admin.connect();
  const run = (text: string, values: unknown[] = []) => admin.query(text, [tenantId, ...values]);
  try {
    await admin.query("set session_replication_role = replica");
    await run(
      `insert into app_user (tenant_id, id, email, name, role, visibility)
       select $1, gen_random_uuid(), 'm' || n || '@example.test', 'Manager ' || n, 'manager', 'own' from generate_series(1, $2) n`,
      [accounts / perManager - 1],
    );
    await run(
      `update account a set manager_user_id = m.id
       from (select id, row_number() over (order by id) - 1 as n from account where tenant_id = $1) d
       join (select id, row_number() over (order by (id <> $2::uuid), id) - 1 as n from app_user where tenant_id = $1 and role = 'manager') m
         on m.n = d.n / ${perManager}
       where a.tenant_id = $1 and a.id = d.id`,
      [managerId],
    );
    await run(
      `update account_standing s set segment = (array['core', 'high_potential', 'maintain', 'develop'])[1 + n % 4],
         grade = (array['strategic', 'key', 'base', 'none'])[1 + n % 4], revenue_12m_minor = 1000000 + n * 977, level = 'watch'
       from (select account_id, row_number() over (order by account_id) as n from account_standing where tenant_id = $1) d
       where s.tenant_id = $1 and s.account_id = d.account_id`,
    );
    await run(
      `insert into signal (tenant_id, id, account_id, kind, severity, reason, money_at_stake_minor, owner_user_id, first_seen_on, last_seen_on)
       select $1, gen_random_uuid(), a.id, k.kind, k.severity, '{"code": "signal.rhythm_broken", "params": {}}', 1000 + n * 31 % 900000,
         a.manager_user_id, current_date - 9, current_date
       from (select id, manager_user_id, row_number() over (order by id) as n from account where tenant_id = $1) a
       cross join (values ('rhythm_broken', 'critical', 7), ('single_threaded', 'act', 3), ('stance_stale', 'watch', 2)) k(kind, severity, every)
       where n % k.every = 0`,
    );
    await run(
      `insert into obligation (tenant_id, id, account_id, kind, contact_kinds, policy_version, policy_line, period_from, period_to, due_on, owner_user_id)
       select $1, gen_random_uuid(), id, 'visit', '{visit}', 1, 'segment:core', current_date - 20, current_date + 20,
         current_date - 10 + (n % 30)::int, manager_user_id
       from (select id, manager_user_id, row_number() over (order by id) as n from account where tenant_id = $1) a where n % 2 = 0`,
    );
    await run(
      `insert into task (tenant_id, id, account_id, title, due_on, owner_user_id)
       select $1, gen_random_uuid(), id, 'Task ' || n, current_date - 15 + (n % 40)::int, manager_user_id
       from (select id, manager_user_id, row_number() over (order by id) as n from account where tenant_id = $1) a`,
    );
    await run(
      `insert into handover (tenant_id, id, account_id, side, seat, owner_user_id, to_user_id, due_at)
       select $1, gen_random_uuid(), id, 'ours', 'backup', manager_user_id, manager_user_id, now() + (n % 48 - 24) * interval '1 hour'
       from (select id, manager_user_id, row_number() over (order by id) as n from account where tenant_id = $1) a where n % 100 = 0`,
    );
    await admin.query("vacuum analyze");
  } finally {
    await admin.end();
  }
};

/** Today for a manager with 25 accounts and a director with 10,000; the director's team. */
export const benchToday = async (): Promise<BenchLine[]> => {
  const space = await openBenchWorkspace();
  const lines: BenchLine[] = [];
  const add = (name: string, rows: number, times: readonly number[], limitSeconds: number) => {
    for (const [label, share] of [
      ["p50", 0.5],
      ["p95", 0.95],
    ] as const)
      lines.push({
        name: `${name}, ${label}`,
        rows,
        seconds: quantile(times, share) / 1000,
        limitSeconds,
      });
  };
  try {
    await makePortfolio(space.adminUrl, space.tenantId, accounts);
    const manager = await asColleague(space, "manager", "own");
    const director = await asColleague(space, "director", "all");
    await fillDesks(space, manager.userId);
    add("Today, manager", perManager, await timesOf(manager.seen, 100, () => "/today"), 0.1);
    add("Today, director", accounts, await timesOf(director.seen, 100, () => "/today"), 0.1);
    const colleague = `/today?whose=${manager.userId}`;
    add("Today of a colleague", accounts, await timesOf(director.seen, 60, () => colleague), 0.1);
    add("the team's load", accounts, await timesOf(director.seen, 60, () => "/workload"), 0.1);
  } finally {
    await space.end();
  }
  return lines;
};
