import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { obligationStatuses } from "./obligation-kind.ts";
import { obligationAbilities } from "./obligation-policy.ts";

const actor = (role: Actor["role"], teamUserIds = ["me"]): Actor => ({
  userId: "me",
  tenantId: "t",
  role,
  visibility: "own",
  teamUserIds,
  factClasses: ["B"],
  scopes: null,
});
const mine = { managerUserId: "me", backupUserId: null, sponsorUserId: null, expertUserIds: [] };
const can = (
  who: Actor,
  status: (typeof obligationStatuses)[number],
  isMetByContact = false,
  because: string | null = null,
) =>
  Object.entries(
    obligationAbilities(who, mine, { status, isMetByContact, droppedBecause: because }),
  ).flatMap(([act, may]) => (may ? [act] : []));

test.each([
  ["open", false, null, ["fulfil", "move", "drop"]],
  ["missed", false, null, ["fulfil"]],
  ["fulfilled", false, null, ["reopen"]],
  ["fulfilled", true, null, []],
  ["dropped", false, "客户停产", ["reopen"]],
  ["dropped", false, "policy.not_owed", []],
] as const)(
  "%s (met by a contact: %s, dropped because %s) allows %j",
  (status, byContact, because, acts) => {
    expect(can(actor("manager"), status, byContact, because)).toEqual(acts);
  },
);

test("nobody without the right or the account in sight may do anything", () => {
  for (const status of obligationStatuses) {
    expect(can(actor("analyst"), status)).toEqual([]);
    expect(can(actor("manager", ["somebody"]), status)).toEqual([]);
  }
});
