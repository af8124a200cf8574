import pg from "pg";
import { seededRandom } from "../packages/analytics/src/numeric/seeded-random.ts";
import { isoFromDayNumber } from "../packages/domain/src/calendar/day-number.ts";
import { interactionKinds } from "../packages/domain/src/interaction/interaction-kind.ts";
import { stances } from "../packages/domain/src/stance/stance.ts";
import { mintTenantId } from "../packages/domain/src/tenant/tenant-id.ts";
import { tieKinds } from "../packages/domain/src/tie/tie-kind.ts";
import { keptEnds } from "../packages/domain/src/tie/tie-rules.ts";
import {
  hashSecret,
  newSecret,
  writeAccessToken,
  writeDotted,
} from "../packages/server/src/platform/access/credential.ts";
import { newId } from "../packages/server/src/platform/clock/new-id.ts";

const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高";
const givenNames = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平";
const departments = [
  "采购中心",
  "信息技术部",
  "财务部",
  "生产一部",
  "生产二部",
  "质量部",
  "设备部",
  "法务部",
];
const titles = ["总经理", "副总经理", "总监", "部长", "经理", "主管", "专员", "工程师"];

/** An account with a full map, and how a director comes in to see it. */
export interface BenchMap {
  readonly accountId: string;
  readonly token: string;
  /** Value of the session cookie. */
  readonly session: string;
}

export interface MapSize {
  readonly people: number;
  readonly ties: number;
  readonly interactions: number;
}

/**
 * Fills a workspace with one account of so many people in a tree, ties, two-way contacts of two years, judgements, and thirty
 * weeks of snapshots. Written as superuser without row security: only the reading is measured.
 */
export const makeRelationshipMap = async (
  adminUrl: string,
  tenantId: string,
  size: MapSize,
): Promise<BenchMap> => {
  const random = seededRandom(size.people);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const put = async (table: string, row: Record<string, unknown>) => {
    const full = { tenant_id: tenantId, ...row };
    const names = Object.keys(full);
    await client.query(
      `insert into ${table} (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`,
      Object.values(full),
    );
  };
  const pick = <Item>(items: readonly Item[]) =>
    items[Math.floor(random.uniform() * items.length)] as Item;
  const today = Math.floor(Date.now() / 86_400_000);
  const daysAgo = (most: number) => isoFromDayNumber(today - Math.floor(random.uniform() * most));
  const [accountId, userId, colleagueId] = [newId(), newId(), newId()];
  const secret = newSecret();
  try {
    await client.query("begin");
    for (const [id, name] of [
      [userId, "沈岚"],
      [colleagueId, "何川"],
    ])
      await put("app_user", {
        id,
        name,
        email: `${id}@example.test`,
        role: "director",
        visibility: "all",
        locale: "zh-CN",
      });
    await put("session", {
      id: newId(),
      user_id: userId,
      token_hash: hashSecret(secret),
      expires_at: new Date(Date.now() + 86_400_000),
    });
    await put("access_token", {
      id: newId(),
      user_id: userId,
      name: "bench",
      token_hash: hashSecret(secret),
      scopes: ["read", "write", "personal"],
    });
    await put("account", { id: accountId, name: "青云装备制造集团", manager_user_id: userId });
    await put("account_standing", { account_id: accountId });
    const people: string[] = [];
    const positions: string[] = [];
    for (let index = 0; index < size.people; index++) {
      const [personId, positionId] = [newId(), newId()];
      const isPlaceholder = index % 19 === 18;
      const title = titles[Math.min(titles.length - 1, Math.floor(Math.log2(index + 1)))] ?? "";
      const name = isPlaceholder
        ? title
        : `${pick([...surnames])}${pick([...givenNames])}${pick([...givenNames])}`;
      await put("person", {
        id: personId,
        name,
        pinyin: String(index).padStart(4, "0"),
        is_placeholder: isPlaceholder,
        placeholder_since: isPlaceholder ? daysAgo(60) : null,
        no_profiling: index % 47 === 46,
      });
      const superior = index === 0 ? null : index < 9 ? 0 : 1 + (index % 8);
      await put("position", {
        id: positionId,
        person_id: personId,
        account_id: accountId,
        title,
        department: departments[index % departments.length],
        reports_to_id:
          superior === null ? null : positions[index > 80 ? 9 + (index % 24) : superior],
      });
      people.push(personId);
      positions.push(positionId);
      const about = { account_id: accountId, person_id: personId };
      if (!isPlaceholder && random.uniform() < 0.8)
        await put("stance_assessment", {
          ...about,
          id: newId(),
          stance: pick(stances),
          assessed_by: userId,
          assessed_on: daysAgo(200),
        });
      if (random.uniform() < 0.7)
        await put("influence_assessment", {
          ...about,
          id: newId(),
          influence: 1 + Math.floor(random.uniform() * 5),
          assessed_by: userId,
          assessed_on: daysAgo(200),
        });
      if (index < 24)
        await put("buying_role", {
          ...about,
          id: newId(),
          role: index === 1 ? "economic_buyer" : pick(["technical", "user", "gatekeeper"]),
        });
    }
    const drawn = new Set<string>();
    while (drawn.size < size.ties) {
      const kind = pick(tieKinds);
      const [from, to] = keptEnds(kind, pick(people), pick(people));
      if (from === to || drawn.has(`${from}${to}${kind}`)) continue;
      drawn.add(`${from}${to}${kind}`);
      await put("tie", {
        id: newId(),
        account_id: accountId,
        from_person_id: from,
        to_person_id: to,
        kind,
        weight: 1 + Math.floor(random.uniform() * 3),
        evidence: "季度会上所见",
        noted_by: userId,
        noted_on: daysAgo(300),
      });
    }
    for (let index = 0; index < size.interactions; index++)
      await put("interaction", {
        id: newId(),
        account_id: accountId,
        kind: pick(interactionKinds),
        occurred_on: daysAgo(600),
        summary: "例行沟通",
        person_ids: [pick(people), pick(people)],
        logged_by: pick([userId, colleagueId]),
      });
    const measures = {
      members: 24,
      coverage: 0.41,
      known_share: 0.72,
      thread_count: 9,
      bus_factor: 2,
    };
    for (let week = 30; week > 0; week--)
      await put("relationship_snapshot", {
        id: newId(),
        account_id: accountId,
        week_on: isoFromDayNumber(today - ((today + 3) % 7) - week * 7 + 7),
        support_index: 18 - week / 2 + random.uniform() * 6,
        ...measures,
      });
    await put("account_relationship", {
      id: newId(),
      account_id: accountId,
      as_of: isoFromDayNumber(today),
      support_index: 18,
      support_index_before: 12,
      red_flags: ["stance_stale", "placeholder_old"],
      ...measures,
    });
    await client.query("commit");
    for (const table of [
      "person",
      "position",
      "tie",
      "interaction",
      "stance_assessment",
      "influence_assessment",
    ])
      await client.query(`analyze ${table}`);
  } finally {
    await client.end();
  }
  const tenant = mintTenantId(tenantId);
  return {
    accountId,
    token: writeAccessToken(tenant, secret),
    session: writeDotted(tenant, secret),
  };
};
