import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { createEmptyDatabase } from "../test-world/test-server.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { migrationsFolder } from "./migration-files.ts";

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, "0")}`;
const [tenant, user, account, person, position, contact, late, signal, task] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9,
].map(id);

/** A workspace as the very first version kept it. */
const rows = `
  insert into tenant (id, name) values ('${tenant}', '老客户公司');
  insert into app_user (tenant_id, id, email, name, role) values ('${tenant}', '${user}', 'lin@example.com', '林', 'manager');
  insert into account (tenant_id, id, name, manager_user_id) values ('${tenant}', '${account}', '万衡', '${user}');
  insert into account_standing (tenant_id, account_id) values ('${tenant}', '${account}');
  insert into person (tenant_id, id, name) values ('${tenant}', '${person}', '张国栋');
  insert into position (tenant_id, id, person_id, account_id, title, work_phone)
    values ('${tenant}', '${position}', '${person}', '${account}', '总经理', '138-0013-8000');
  insert into interaction (tenant_id, occurred_on, id, account_id, kind, is_two_way, summary, person_ids) values
    ('${tenant}', '2026-03-05', '${contact}', '${account}', 'visit', true, '拜访', '{${person}}'),
    ('${tenant}', '2026-06-05', '${late}', '${account}', 'message', false, '没回', '{${person}}');
  insert into signal (tenant_id, id, account_id, kind, severity, reason, first_seen_on, last_seen_on) values
    ('${tenant}', '${signal}', '${account}', 'rhythm_broken', 'act', '{"code":"signal.rhythm_broken","params":{}}', '2026-10-01', '2026-10-02');
  insert into task (tenant_id, id, account_id, title, owner_user_id) values ('${tenant}', '${task}', '${account}', '回电', '${user}');
  insert into audit (tenant_id, id, at, actor_user_id, act, subject_kind, subject_id, detail)
    values ('${tenant}', '${id(10)}', '2026-10-02T01:00:00Z', '${user}', 'task.added', 'task', '${task}', '{}');`;

test("a workspace of the first version with people, contacts, signals and tasks comes through every migration whole", async () => {
  const folder = await mkdtemp(join(tmpdir(), "first-version-"));
  const { ownerUrl, appUrl } = await createEmptyDatabase(inject("testServer"));
  const client = new pg.Client(appUrl);
  try {
    await mkdir(join(folder, "after"));
    for (const file of ["20261121000000-foundation.sql", "after"])
      await cp(join(migrationsFolder, file), join(folder, file), { recursive: true });
    await migrateDatabase(ownerUrl, folder);
    await client.connect();
    await client.query(
      `set mainstay.tenant = '${tenant}'; set mainstay.visibility = 'all'; set mainstay.fact_classes = 'B,P,S'`,
    );
    await client.query(rows);
    await migrateDatabase(ownerUrl);
    const ask = async (text: string) => (await client.query(text)).rows;
    expect(await ask("select last_contact_on::text, phone_key from position")).toEqual([
      { last_contact_on: "2026-03-05", phone_key: "13800138000" },
    ]);
    expect(await ask("select id from person where search_text like '%张国栋%'")).toHaveLength(1);
    expect(await ask("select status, outcome_money_minor from signal")).toEqual([
      { status: "open", outcome_money_minor: null },
    ]);
    expect(await ask("select origin, contact_kinds from task")).toEqual([
      { origin: "manual", contact_kinds: [] },
    ]);
    expect(await ask("select lifecycle_stage from account")).toEqual([{ lifecycle_stage: null }]);
    expect(await ask("select act from audit")).toHaveLength(1);
  } finally {
    await client.end();
    await rm(folder, { recursive: true, force: true });
  }
});
