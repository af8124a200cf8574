import type { ServicePolicyPreview } from "@mainstay/contract/service-policy";
import { grades } from "@mainstay/domain/account/grade";
import { segments } from "@mainstay/domain/account/segment";
import { monthsOfCadence } from "@mainstay/domain/service-policy/cadence";
import {
  type DutyKind,
  dutyKinds,
  type OwedService,
  type PolicyLines,
  policyLineFor,
  type ServicePolicy,
} from "@mainstay/domain/service-policy/service-terms";
import type { Context } from "../platform/access/context.ts";
import { findPolicyInForce } from "./policy-in-force.ts";
import {
  type Combination,
  countPlacedAccounts,
  listChangedAccounts,
  listNewlyMissingSeats,
  type PlacedGroup,
} from "./preview-queries.ts";
import { demandUsableLines } from "./publish-service-policy.ts";

type Preview = ServicePolicyPreview;
const mostPeople = 12;

const yearly = (owed: OwedService, kind: DutyKind): number => {
  const every = owed.terms.duties[kind]?.every ?? "case";
  const months = monthsOfCadence[every];
  return months === null ? 0 : 12 / months;
};

const yearlyOf = (owed: OwedService): Record<DutyKind, number> => ({
  visit: yearly(owed, "visit"),
  review: yearly(owed, "review"),
  executive_meeting: yearly(owed, "executive_meeting"),
  value_report: yearly(owed, "value_report"),
});

/** Every segment and grade with what either policy owes it in a year. */
const combine = (before: ServicePolicy, after: ServicePolicy): Combination[] =>
  [...segments, null].flatMap((segment) =>
    grades.map((grade) => {
      const placed = { segment, grade: grade === "none" ? null : grade };
      const [old, next] = [policyLineFor(before, placed), policyLineFor(after, placed)];
      return {
        segment: segment ?? ("none" as const),
        grade,
        before: yearlyOf(old),
        after: yearlyOf(next),
        newSeats: next.terms.seats.filter((seat) => !old.terms.seats.includes(seat)),
      };
    }),
  );

const sumOf = (figures: Readonly<Record<DutyKind, number>>): number =>
  dutyKinds.reduce((sum, kind) => sum + figures[kind], 0);

const countKinds = (groups: readonly (PlacedGroup & Combination)[]): Preview["kinds"] =>
  dutyKinds.map((kind) => {
    const row = { kind, before: 0, after: 0, added: 0, dropped: 0, accounts: 0 };
    for (const { accounts, before, after } of groups) {
      const change = after[kind] - before[kind];
      row.before += before[kind] * accounts;
      row.after += after[kind] * accounts;
      if (change > 0) row.added += change * accounts;
      if (change < 0) row.dropped -= change * accounts;
      if (change !== 0) row.accounts += accounts;
    }
    return row;
  });

const countPeople = (groups: readonly (PlacedGroup & Combination)[]): Preview["people"] => {
  const people = new Map<string | null, Preview["people"][number]>();
  const add = (who: PlacedGroup["keeper"], before: number, after: number) => {
    const row = people.get(who?.id ?? null) ?? { user: who, before: 0, after: 0 };
    people.set(who?.id ?? null, {
      user: who,
      before: row.before + before,
      after: row.after + after,
    });
  };
  for (const { keeper, executive, accounts, before, after } of groups) {
    const kept = (figures: Readonly<Record<DutyKind, number>>) =>
      (sumOf(figures) - figures.executive_meeting) * accounts;
    add(keeper, kept(before), kept(after));
    add(executive, before.executive_meeting * accounts, after.executive_meeting * accounts);
  }
  return [...people.values()]
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, mostPeople);
};

/**
 * What other lines would change on the portfolio in sight, as it stands today and over a whole year: obligations by kind, who
 * would have more or less to do, and which accounts would newly lack a seat. Nothing is saved.
 */
export const previewServicePolicy = (context: Context, lines: PolicyLines): Promise<Preview> => {
  demandUsableLines(lines, context.locale);
  return context.read(async (db) => {
    const { tenantId, today } = context;
    const inForce = await findPolicyInForce(db, tenantId, today);
    const combinations = combine(inForce, { version: -1, effectiveFrom: today, lines });
    const placed = await countPlacedAccounts(db, tenantId);
    const groups = placed.flatMap((group) => {
      const found = combinations.find(
        ({ segment, grade }) => segment === group.segment && grade === group.grade,
      );
      return found ? [{ ...found, ...group }] : [];
    });
    return {
      accounts: groups.reduce((sum, { accounts }) => sum + accounts, 0),
      kinds: countKinds(groups),
      people: countPeople(groups),
      missingSeats: await listNewlyMissingSeats(db, tenantId, combinations),
      examples: await listChangedAccounts(
        db,
        tenantId,
        combinations
          .map((one) => ({ ...one, sums: [sumOf(one.before), sumOf(one.after)] as const }))
          .filter((one) => dutyKinds.some((kind) => one.before[kind] !== one.after[kind])),
      ),
    };
  });
};
