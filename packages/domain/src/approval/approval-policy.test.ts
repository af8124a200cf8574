import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import type { UserRole } from "../user/user-role.ts";
import { userRoles } from "../user/user-role.ts";
import {
  approvalAbilities,
  decidesFor,
  type DecidingWorld,
  deciders,
  presentDeciders,
} from "./approval-policy.ts";

const world = (
  people: Record<string, UserRole | `${UserRole}!`>,
  away: Record<string, string> = {},
  sees: (userId: string) => boolean = () => true,
): DecidingWorld => ({
  colleagues: new Map(
    Object.entries(people).map(([id, role]) => [
      id,
      { role: role.replace("!", "") as UserRole, isActive: !role.endsWith("!") },
    ]),
  ),
  away: new Map(Object.entries(away)),
  sees,
});
const asked = { requestedBy: "li", approverUserId: null, approverRole: "director" as const };

test("the named approver decides, nobody else of the role", () => {
  const here = world({ li: "manager", wang: "director", zhao: "director" });
  const named = { ...asked, approverUserId: "wang" };
  expect(deciders(named, here)).toEqual(["wang"]);
  expect(decidesFor(named, "wang", here)).toBe("wang");
  expect(decidesFor(named, "zhao", here)).toBeNull();
});

test("a named approver who left, or is away in a circle, does not block: the role decides", () => {
  const named = { ...asked, approverUserId: "wang" };
  const left = world({ li: "manager", wang: "director!", zhao: "director" });
  expect(deciders(named, left)).toEqual(["zhao"]);
  const circle = world(
    { li: "manager", wang: "director", zhao: "director", sun: "director" },
    {
      wang: "zhao",
      zhao: "wang",
    },
  );
  expect(decidesFor(named, "sun", circle)).toBe("sun");
});

test("nobody decides what they asked for: not by role, not by name, not in somebody's place", () => {
  const own = { requestedBy: "wang", approverUserId: null, approverRole: "director" as const };
  const here = world({ wang: "director", zhao: "director" }, { zhao: "wang" });
  expect(decidesFor(own, "wang", here)).toBeNull();
  expect(presentDeciders(own, here)).toEqual([]);
  expect(decidesFor({ ...own, approverUserId: "wang" }, "wang", here)).toBeNull();
  expect(decidesFor(own, "zhao", here)).toBe("zhao");
});

test("who stands in decides in the absent one's name; the absent one still may", () => {
  const here = world({ li: "manager", wang: "director", zhao: "manager" }, { wang: "zhao" });
  expect(decidesFor(asked, "zhao", here)).toBe("wang");
  expect(decidesFor(asked, "wang", here)).toBe("wang");
  expect(presentDeciders(asked, here)).toEqual(["zhao"]);
});

test("by role only who sees the account decides; where the role has nobody, an administrator", () => {
  const people = { li: "manager", wang: "director", zhao: "director", root: "admin" } as const;
  const here = world(people, {}, (id) => id !== "wang");
  expect(deciders(asked, here)).toEqual(["zhao"]);
  expect(
    deciders({ ...asked, requestedBy: "wang" }, world({ wang: "director", root: "admin" })),
  ).toEqual(["root"]);
});

test("whatever the people and absences, nobody ever decides their own request and every decision has an owner", () => {
  const ids = ["a", "b", "c", "d"];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...userRoles), { minLength: 4, maxLength: 4 }),
      fc.array(fc.option(fc.constantFrom(...ids), { nil: undefined }), {
        minLength: 4,
        maxLength: 4,
      }),
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      fc.option(fc.constantFrom(...ids), { nil: null }),
      (roles, delegates, active, approverUserId) => {
        const here: DecidingWorld = {
          colleagues: new Map(
            ids.map((id, at) => [
              id,
              { role: roles[at] ?? "analyst", isActive: active[at] ?? false },
            ]),
          ),
          away: new Map(
            ids.flatMap((id, at) => (delegates[at] ? [[id, delegates[at] ?? ""]] : [])),
          ),
          sees: () => true,
        };
        const one = { requestedBy: "a", approverUserId, approverRole: "director" as const };
        expect(decidesFor(one, "a", here)).toBeNull();
        expect(presentDeciders(one, here)).not.toContain("a");
        for (const id of presentDeciders(one, here))
          expect(deciders(one, here)).toContain(decidesFor(one, id, here));
      },
    ),
    { numRuns: 200 },
  );
});

test("what is decided can neither be decided, withdrawn nor reminded of", () => {
  const actor: Actor = {
    userId: "li",
    tenantId: "t",
    role: "manager",
    visibility: "own",
    teamUserIds: ["li"],
    factClasses: ["B"],
    scopes: null,
  };
  const pending = { ...asked, status: "pending" as const };
  expect(approvalAbilities(actor, pending, null)).toEqual({
    decide: false,
    withdraw: true,
    remind: true,
  });
  expect(approvalAbilities(actor, { ...asked, status: "approved" }, "li")).toEqual({
    decide: false,
    withdraw: false,
    remind: false,
  });
  const other = { ...actor, userId: "wang", role: "director" as const };
  expect(approvalAbilities(other, pending, "wang")).toEqual({
    decide: true,
    withdraw: false,
    remind: true,
  });
  expect(approvalAbilities({ ...other, scopes: ["read"] }, pending, "wang").decide).toBe(false);
});
