import { isDissatisfied, isSatisfied, normalisedScore } from "@mainstay/domain/survey/scale-score";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { withTenant } from "../platform/db/open-transaction.ts";
import { makeTenant } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { isHighScore, isLowScore, onHundred } from "./score-sql.ts";

test("dissatisfied, satisfied and 0 … 100 mean the same in SQL as in the rule, for every score of every scale", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  const [scale, score] = [sql`r.scale`, sql`r.score`];
  await withTenant(world.database, tenant.scope, async (tx) => {
    const { rows } = await sql<{
      scale: VoiceScale;
      score: number;
      low: boolean;
      high: boolean;
      hundred: number;
    }>`
      select r.scale, r.score, ${isLowScore(scale, score)} as low, ${isHighScore(scale, score)} as high,
        ${onHundred(scale, score)}::float8 as hundred
      from (select 'nps' as scale, n as score from generate_series(0, 10) n
        union all select 'csat', n from generate_series(1, 5) n union all select 'ces', n from generate_series(1, 7) n) r`.execute(
      tx,
    );
    expect(rows).toHaveLength(23);
    for (const { scale: of, score: value, low, high, hundred } of rows) {
      expect(low, `${of} ${value}`).toBe(isDissatisfied(of, value));
      expect(high, `${of} ${value}`).toBe(isSatisfied(of, value));
      expect(hundred, `${of} ${value}`).toBeCloseTo(normalisedScore(of, value), 9);
    }
  });
});
