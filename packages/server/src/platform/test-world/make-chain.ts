import { makePerson } from "./make-person.ts";
import { makeRow } from "./make-row.ts";
import type { TestTenant } from "./make-tenant.ts";
import type { TestWorld } from "./test-world.ts";

/** What a test wants of a member of a decision chain. */
export interface WantedMember {
  readonly name: string;
  readonly role?: string;
  readonly influence?: number;
  readonly stance?: string;
  /** The day of both judgements; 2026-11-01 unless told. */
  readonly assessedOn?: string;
  readonly person?: Readonly<Record<string, unknown>>;
  readonly job?: Readonly<Record<string, unknown>>;
}

/** Add a member of an account's decision chain as far as it is wanted; returns the person's id. */
export const makeMember = async (
  world: TestWorld,
  tenant: TestTenant,
  accountId: string,
  member: WantedMember,
): Promise<string> => {
  const { name, role, influence, stance, assessedOn = "2026-11-01" } = member;
  const { personId } = await makePerson(world, tenant, accountId, name, member.job, member.person);
  const whom = { account_id: accountId, person_id: personId };
  if (role) await makeRow(world, tenant, "buying_role", { ...whom, role });
  if (influence)
    await makeRow(world, tenant, "influence_assessment", {
      ...whom,
      influence,
      assessed_on: assessedOn,
    });
  if (stance)
    await makeRow(world, tenant, "stance_assessment", { ...whom, stance, assessed_on: assessedOn });
  return personId;
};
