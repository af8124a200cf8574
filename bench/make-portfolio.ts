import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { seededRandom } from "../packages/analytics/src/numeric/seeded-random.ts";
import { accountSearchText } from "../packages/server/src/account/account-search-text.ts";
import { newId } from "../packages/server/src/platform/clock/new-id.ts";
import { copyLine, type CopyValue } from "../packages/server/src/platform/db/copy-text.ts";

const places =
  "青云 临江 海川 华岳 东平 西岭 南屏 北辰 中砥 明湖 金沙 银河 松涛 竹海 梅岭 兰溪 菊园 桂林路 榕城 枫桥".split(
    " ",
  );
const words =
  "恒达 启明 瑞丰 博远 正泰源 宏图 致诚 优创 卓越 嘉禾 联合 新纪 科瑞 鼎盛 和美 同创 瀚海 天成 广源 万通".split(
    " ",
  );
const trades = "机械 电子 药业 食品 商贸 物流 能源 材料 教育 工程 科技 服饰".split(" ");
const industries = ["装备制造", "电子", "医药", "食品", "零售", "物流", "能源", "化工"];
const regions = ["华东", "华南", "华北", "华中", "西南", "西北", "东北"];

const send = async (
  client: pg.Client,
  table: string,
  columns: string,
  rows: Iterable<CopyValue[]>,
): Promise<void> => {
  const stream = client.query(copyFrom(`copy ${table} (${columns}) from stdin`));
  const chunks = function* () {
    let chunk = "";
    for (const row of rows) {
      chunk += copyLine(row);
      if (chunk.length > 262_144) {
        yield chunk;
        chunk = "";
      }
    }
    yield chunk;
  };
  await pipeline(Readable.from(chunks()), stream);
};

/**
 * Fills a workspace with invented accounts, five orders each with two lines each (ten order lines an account), the way a past
 * import would have left them. Written as superuser without row security: only the reading is measured.
 */
export const makePortfolio = async (
  adminUrl: string,
  tenantId: string,
  accounts: number,
): Promise<string[]> => {
  const random = seededRandom(accounts);
  const ids = Array.from({ length: accounts }, newId);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query("set synchronous_commit = off");
    const pick = <Item>(items: readonly Item[]) =>
      items[Math.floor(random.uniform() * items.length)] as Item;
    const accountRows = function* (): Generator<CopyValue[]> {
      for (const [index, id] of ids.entries()) {
        const name = `${pick(places)}${pick(words)}${pick(trades)}${index}有限公司`;
        const found = accountSearchText({ name, externalId: `B${index}` });
        yield [
          tenantId,
          id,
          `B${index}`,
          name,
          pick(industries),
          pick(regions),
          found.pinyin,
          found.initials,
          found.name_key,
          found.search_text,
          found.search_bigrams,
        ];
      }
    };
    await send(
      client,
      "account",
      "tenant_id, id, external_id, name, industry, region, pinyin, initials, name_key, search_text, search_bigrams",
      accountRows(),
    );
    await send(
      client,
      "account_standing",
      "tenant_id, account_id",
      ids.map((id) => [tenantId, id]),
    );
    await client.query(
      `insert into sales_order (tenant_id, id, external_id, account_id, kind, ordered_on, booked_on, currency, net_minor, base_net_minor, line_count)
       select $1, gen_random_uuid(), 'B' || row_number() over (), s.account_id, 'order', d.on_date, d.on_date, 'CNY', d.net, d.net, 2
       from (select account_id, 20 + 90 * random() as gap, exp(11 + 1.4 * random()) * 10 as size from account_standing where tenant_id = $1) s
       cross join lateral (select current_date - (s.gap * (n + random() * 0.4 + case when s.gap > 95 then 4 else 0 end))::int as on_date,
         (s.size * (0.7 + 0.6 * random()))::bigint as net from generate_series(0, 4) n) d`,
      [tenantId],
    );
    await client.query(
      `insert into order_line (tenant_id, ordered_on, order_id, line_no, account_id, quantity, net_minor, base_net_minor)
       select tenant_id, ordered_on, id, n, account_id, 1, net_minor / 2, base_net_minor / 2 from sales_order cross join generate_series(1, 2) n
       where tenant_id = $1`,
      [tenantId],
    );
    await client.query(
      `insert into order_day (tenant_id, account_id, on_date, orders, base_net_minor)
       select tenant_id, account_id, booked_on, count(*), sum(base_net_minor) from sales_order where tenant_id = $1 group by 1, 2, 3`,
      [tenantId],
    );
    await client.query("vacuum analyze");
    return ids;
  } finally {
    await client.end();
  }
};
