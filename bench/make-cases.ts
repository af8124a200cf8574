import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { seededRandom } from "../packages/analytics/src/numeric/seeded-random.ts";
import { newId } from "../packages/server/src/platform/clock/new-id.ts";
import { copyLine, type CopyValue } from "../packages/server/src/platform/db/copy-text.ts";

const things =
  "二号泵 三号产线 空压机 控制柜 变频器 传感器 阀门 轴承 冷却塔 配电箱 软件平台 发票 合同 送货单 备件".split(
    " ",
  );
const troubles =
  "异响 停机 漏油 温度过高 无法启动 频繁报警 迟迟未到 数量不对 型号不符 显示异常 需要校准 无人答复".split(
    " ",
  );
const kinds = ["fault", "fault", "fault", "complaint", "request", "question"] as const;
const channels = ["phone", "phone", "email", "message", "visit", "public_page", "survey"] as const;
const causes = ["product", "delivery", "installation", "response", "billing", "other"] as const;
const hourMs = 3_600_000;

const columns = [
  "tenant_id, id, number, account_id, kind, level, title, description, channel, department_id, cause, first_responder_id",
  "handler_user_id, status, duplicate_of_id, opened_at, clock_from_at, reply_due_at, feedback_due_at, solve_due_at, replied_at",
  "solved_at, closed_at, closed_by, solution, first_score, score, escalation_level, next_escalation_at",
].join(", ");

export interface MadeCases {
  /** Somebody of the service desk with many cases, a department, an account with the usual number. */
  readonly handlerId: string;
  readonly departmentId: string;
  readonly accountId: string;
  readonly productId: string;
  readonly caseIds: readonly string[];
}

/**
 * Fills a workspace with cases of three years as years of work would have left them: two and a half in a hundred run, one waits for the
 * customer, one is a duplicate. Written by COPY as superuser; indexes that slow it down are made anew afterwards.
 */
export const makeCases = async (
  adminUrl: string,
  tenantId: string,
  count: number,
): Promise<MadeCases> => {
  const random = seededRandom(count);
  const pick = <Item>(items: readonly Item[]) =>
    items[Math.floor(random.uniform() * items.length)] as Item;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const idsOf = async (text: string) =>
    (await client.query<{ id: string }>(text, [tenantId])).rows.map(({ id }) => id);
  try {
    await client.query("set session_replication_role = replica");
    await client.query("set synchronous_commit = off");
    await client.query("set maintenance_work_mem = '512MB'");
    await client.query(
      `insert into app_user (tenant_id, id, email, name, role, visibility)
       select $1, gen_random_uuid(), 'desk' || n || '@example.test', 'Desk ' || n, 'service', 'all' from generate_series(1, 100) n`,
      [tenantId],
    );
    await client.query(
      `insert into department (tenant_id, id, name) select $1, gen_random_uuid(), 'Department ' || n from generate_series(1, 12) n`,
      [tenantId],
    );
    await client.query(
      `insert into product (tenant_id, id, external_id, name)
       select $1, gen_random_uuid(), 'P' || n, 'Product ' || n from generate_series(1, 40) n`,
      [tenantId],
    );
    const desk = await idsOf(
      "select id from app_user where tenant_id = $1 and role = 'service' order by id",
    );
    const departments = await idsOf("select id from department where tenant_id = $1 order by id");
    const products = await idsOf("select id from product where tenant_id = $1 order by id");
    const accounts = (
      await client.query<{ id: string; manager_user_id: string | null }>(
        "select id, manager_user_id from account where tenant_id = $1 order by id",
        [tenantId],
      )
    ).rows;
    const { rows: indexes } = await client.query<{ name: string; text: string }>(
      `select indexname as name, indexdef as text from pg_indexes where tablename = 'service_case'
         and indexname not in (select conname from pg_constraint)`,
    );
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    const now = Date.now();
    const caseIds: string[] = [];
    const row = (n: number): CopyValue[] => {
      const age = (count - n) / count;
      const opened = now - age * 1_095 * 24 * hourMs;
      const at = (hours: number) => new Date(opened + hours * hourMs).toISOString();
      const level =
        random.uniform() < 0.05 ? "urgent" : random.uniform() < 0.15 ? "major" : "general";
      const account = pick(accounts);
      const dice = random.uniform();
      // What runs is mostly young; what the customer never confirmed is of any age.
      const status =
        age < 0.03 && dice < 0.8
          ? dice < 0.08
            ? "paused"
            : "open"
          : dice < 0.01
            ? "solved"
            : dice < 0.02
              ? "duplicate"
              : "closed";
      const isOver = status === "solved" || status === "closed";
      const id = newId();
      if (n % Math.ceil(count / 200) === 1) caseIds.push(id);
      const handler = random.uniform() < 0.6 ? pick(desk) : (account.manager_user_id ?? pick(desk));
      const replied = isOver || random.uniform() < 0.6;
      const score = status === "closed" ? 3 + Math.floor(random.uniform() * 3) : null;
      const isRunning = status === "open" || status === "paused";
      // Running ones are due around now, one in eight overdue.
      const due = isRunning ? (now - opened) / hourMs + random.uniform() * 96 - 12 : 48;
      return [
        tenantId,
        id,
        n,
        account.id,
        pick(kinds),
        level,
        `${pick(things)}${pick(troubles)}（${n}）`,
        "客户来电说明情况，需要现场检查。",
        pick(channels),
        random.uniform() < 0.7 ? pick(departments) : null,
        isOver ? pick(causes) : null,
        random.uniform() < 0.7 ? handler : pick(desk),
        handler,
        status,
        status === "duplicate" ? (caseIds[0] ?? id) : null,
        at(0),
        at(0),
        at(isRunning && !replied ? due : 24),
        null,
        at(due),
        replied ? at(2) : null,
        isOver ? at(30) : null,
        status === "closed" ? at(60) : null,
        status === "closed" ? "customer" : null,
        isOver ? "已更换并试运行。" : null,
        score,
        score,
        isRunning && random.uniform() < 0.1 ? 1 : 0,
        isRunning ? at(due + 8) : null,
      ];
    };
    const lines = function* () {
      let chunk = "";
      for (let n = 1; n <= count; n++) {
        chunk += copyLine(row(n));
        if (chunk.length > 262_144) {
          yield chunk;
          chunk = "";
        }
      }
      yield chunk;
    };
    await pipeline(
      Readable.from(lines()),
      client.query(copyFrom(`copy service_case (${columns}) from stdin`)),
    );
    await client.query(
      "insert into case_counter (tenant_id, last_number) values ($1, $2) on conflict (tenant_id) do update set last_number = $2",
      [tenantId, count],
    );
    await client.query(
      `insert into case_event (tenant_id, id, case_id, kind, at, words)
       select $1, gen_random_uuid(), c.id, k.kind, c.opened_at + k.n * interval '1 hour', '进展 ' || k.n
       from unnest($2::uuid[]) t (id) join service_case c on c.tenant_id = $1 and c.id = t.id
       cross join (select case when n = 0 then 'opened' else 'noted' end as kind, n from generate_series(0, 79) n) k`,
      [tenantId, caseIds],
    );
    // One in three is about a product; the segment is that of the account.
    await client.query(
      `update service_case c set product_id = p.id
       from (select id, row_number() over (order by id) - 1 as n, count(*) over () as whole from product where tenant_id = $1) p
       where c.tenant_id = $1 and c.number % 3 = 0 and p.n = c.number / 3 % p.whole`,
      [tenantId],
    );
    await client.query(
      `insert into case_segment (tenant_id, case_id, segment)
       select c.tenant_id, c.id, (array['core', 'high_potential', 'maintain', 'develop'])[1 + get_byte(uuid_send(c.account_id), 15) % 4]
       from service_case c where c.tenant_id = $1 on conflict do nothing`,
      [tenantId],
    );
    for (const { text } of indexes) await client.query(text);
    await client.query("vacuum analyze service_case");
    await client.query("vacuum analyze case_segment");
    await client.query("vacuum analyze case_event");
    return {
      handlerId: desk[0] ?? "",
      departmentId: departments[0] ?? "",
      accountId: accounts[7]?.id ?? "",
      productId: products[0] ?? "",
      caseIds,
    };
  } finally {
    await client.end();
  }
};
