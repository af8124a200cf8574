import { behaviourStyles } from "@mainstay/domain/behaviour-style/behaviour-style";
import { buyingRoles, coachTests } from "@mainstay/domain/buying-role/buying-role";
import { projectStatuses } from "@mainstay/domain/project/project-status";
import { stances } from "@mainstay/domain/stance/stance";
import { expect, test } from "vitest";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeTenant } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";

const kinds = {
  stance_known: stances,
  buying_role_known: buyingRoles,
  coach_test_known: coachTests,
  style_known: behaviourStyles,
  project_status_known: projectStatuses,
};

test("the database takes exactly the kinds that the rules know", async () => {
  const world = await testWorld();
  const tenant = await makeTenant(world);
  for (const [constraint, known] of Object.entries(kinds)) {
    const [found] = await askTenant<{ text: string }>(
      world,
      tenant,
      `select pg_get_constraintdef(oid) as text from pg_constraint where conname = '${constraint}'`,
    );
    const taken = [...(found?.text ?? "").matchAll(/'(\w+)'::text/g)].map(([, kind]) => kind);
    expect([constraint, ...taken.toSorted()]).toEqual([constraint, ...[...known].toSorted()]);
  }
});
