import { expect, test } from "vitest";
import { type TeamFacts, teamWarnings } from "./team-warnings.ts";

const li = { id: "li", isActive: true };
const wang = { id: "wang", isActive: true };
const whole: TeamFacts = {
  seats: { manager: li, backup: wang, sponsor: null },
  grade: "key",
  isProgrammeMember: false,
  demanded: {},
  busFactor: 2,
  threadCount: 3,
  keyAccountsOfManager: 3,
  accountsPerManager: 5,
};
const codes = (change: Partial<TeamFacts>) =>
  teamWarnings({ ...whole, ...change }).map(({ code, params }) =>
    "seat" in params ? `${code} ${params.seat}` : code,
  );

test("a team with nothing missing has no warning", () => {
  expect(codes({})).toEqual([]);
});

test("a seat the policy demands and nobody holds is named with its line", () => {
  const seats = { manager: li, backup: null, sponsor: null };
  expect(teamWarnings({ ...whole, seats, demanded: { backup: "grade:key" } })).toEqual([
    { code: "team.seat_missing", params: { seat: "backup", because: "grade:key" } },
  ]);
});

test("members of the programme need manager and backup, strategic accounts a sponsor, whatever the policy says", () => {
  const nobody = { manager: null, backup: null, sponsor: null };
  expect(codes({ seats: nobody, isProgrammeMember: true, grade: "strategic" })).toEqual([
    "team.seat_missing manager",
    "team.seat_missing backup",
    "team.seat_missing sponsor",
  ]);
});

test("one of ours with a living thread, a manager without backup, and somebody who is their own backup are risks", () => {
  expect(codes({ busFactor: 1 })).toEqual(["team.bus_factor"]);
  expect(codes({ busFactor: 0, threadCount: 0 })).toEqual([]);
  expect(codes({ busFactor: null, threadCount: null })).toEqual([]);
  expect(codes({ seats: { manager: li, backup: null, sponsor: null } })).toEqual([
    "team.no_backup",
  ]);
  expect(codes({ seats: { manager: li, backup: li, sponsor: null } })).toEqual([
    "team.same_person backup",
  ]);
});

test("a seat whose holder left the company is as bad as an empty one", () => {
  const gone = { id: "li", isActive: false };
  expect(codes({ seats: { manager: gone, backup: wang, sponsor: null } })).toEqual([
    "team.holder_left manager",
  ]);
});

test("a manager with more key accounts than advised is overloaded, with exactly as many not", () => {
  expect(codes({ keyAccountsOfManager: 5 })).toEqual([]);
  expect(codes({ keyAccountsOfManager: 6 })).toEqual(["team.manager_overloaded"]);
});
