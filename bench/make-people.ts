import pg from "pg";

const inTenant = async (
  adminUrl: string,
  statements: readonly string[],
  values: unknown[],
): Promise<void> => {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    for (const statement of statements) {
      const used = values.slice(
        0,
        Math.max(...[...statement.matchAll(/\$(\d)/g)].map(([, n]) => Number(n))),
      );
      await admin.query(statement, used);
    }
    await admin.query("analyze");
  } finally {
    await admin.end();
  }
};

/**
 * Gives every account of a workspace ten people: seven with a role, six with a stance and an influence of some age, two
 * pair levels; and twenty contacts of the last year, each with one or two of theirs and one of ours.
 */
export const makePeople = (adminUrl: string, tenantId: string): Promise<void> =>
  inTenant(
    adminUrl,
    [
      `create temp table drawn as select a.id as account_id, n, gen_random_uuid() as person_id
       from account a, generate_series(1, 10) n where a.tenant_id = $1`,
      `insert into person (tenant_id, id, name, is_placeholder, placeholder_since)
       select $1, person_id, '人员' || n, n = 10, case when n = 10 then current_date - 40 end from drawn`,
      `insert into position (tenant_id, id, person_id, account_id, title)
       select $1, gen_random_uuid(), person_id, account_id, '职务' || n from drawn`,
      `insert into buying_role (tenant_id, id, account_id, person_id, role)
       select $1, gen_random_uuid(), account_id, person_id,
         (array['economic_buyer', 'technical', 'user', 'user', 'technical', 'gatekeeper', 'user'])[n] from drawn where n <= 7`,
      `insert into stance_assessment (tenant_id, id, account_id, person_id, stance, assessed_on)
       select $1, gen_random_uuid(), account_id, person_id,
         (array['insider', 'ally', 'supporter', 'neutral', 'sceptic', 'opponent'])[1 + floor(random() * 6)], current_date - floor(random() * 300)::int
       from drawn where n <= 6`,
      `insert into influence_assessment (tenant_id, id, account_id, person_id, influence, assessed_on)
       select $1, gen_random_uuid(), account_id, person_id, 1 + floor(random() * 5), current_date - 30 from drawn where n <= 6`,
      `insert into pair_level (tenant_id, id, account_id, user_id, person_id, current_level, noted_on)
       select $1, gen_random_uuid(), account_id, (select id from app_user where tenant_id = $1 limit 1), person_id, 1 + floor(random() * 6), current_date
       from drawn where n <= 2`,
      `insert into interaction (tenant_id, id, account_id, occurred_on, kind, summary, person_ids, logged_by)
       select $1, gen_random_uuid(), d.account_id, current_date - floor(random() * 365)::int,
         (array['visit', 'call', 'meeting', 'message'])[1 + floor(random() * 4)], '谈了交期',
         array_agg(d.person_id), (select id from app_user where tenant_id = $1 limit 1)
       from drawn d, generate_series(1, 20) k
       where d.n in (1 + k % 9, 1 + k * 3 % 7) group by d.account_id, k`,
    ],
    [tenantId],
  );

/** Gives one account 150 people in a reporting tree, 400 ties and 2,000 contacts. */
export const makeCrowdedAccount = (
  adminUrl: string,
  tenantId: string,
  accountId: string,
): Promise<void> =>
  inTenant(
    adminUrl,
    [
      `create temp table crowd as select n, gen_random_uuid() as person_id, gen_random_uuid() as position_id, $1::uuid as t from generate_series(1, 150) n`,
      `insert into person (tenant_id, id, name) select $1, person_id, '要员' || n from crowd`,
      `insert into position (tenant_id, id, person_id, account_id, title, department)
       select $1, position_id, person_id, $2, '职务' || n, '部门' || n % 12 from crowd`,
      `update position j set reports_to_id = above.position_id from crowd c join crowd above on above.n = c.n / 6 + 1
       where j.tenant_id = $1 and j.id = c.position_id and c.n > 6 and $2::uuid is not null`,
      `insert into buying_role (tenant_id, id, account_id, person_id, role)
       select $1, gen_random_uuid(), $2, person_id, case when n % 3 = 0 then 'technical' else 'user' end from crowd where n <= 60`,
      `insert into stance_assessment (tenant_id, id, account_id, person_id, stance, assessed_on)
       select $1, gen_random_uuid(), $2, person_id, (array['ally', 'neutral', 'opponent'])[1 + n % 3], current_date - n from crowd where n <= 100`,
      `insert into influence_assessment (tenant_id, id, account_id, person_id, influence, assessed_on)
       select $1, gen_random_uuid(), $2, person_id, 1 + n % 5, current_date - n from crowd where n <= 100`,
      `insert into tie (tenant_id, id, account_id, from_person_id, to_person_id, kind, noted_on)
       select $1, gen_random_uuid(), $2, a.person_id, b.person_id, 'influence', current_date
       from crowd a join crowd b on b.n in ((a.n + 7) % 150 + 1, (a.n + 31) % 150 + 1, (a.n + 77) % 150 + 1) and a.n <> b.n limit 400`,
      `insert into interaction (tenant_id, id, account_id, occurred_on, kind, summary, person_ids, logged_by)
       select $1, gen_random_uuid(), $2, current_date - k % 700, 'visit', '谈了交期' || k, array_agg(c.person_id),
         (select id from app_user where tenant_id = $1 limit 1)
       from crowd c, generate_series(1, 2000) k where c.n in (1 + k % 150, 1 + k * 7 % 150) group by k`,
    ],
    [tenantId, accountId],
  );
