import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { type DemoNeed, demoNeeds } from "./demo-needs.ts";
import { type DemoAccountFacts, readDemoAccounts } from "./read-demo-accounts.ts";

/** The record a need was made from, where the account has one. */
const originOf = ({ origin }: DemoNeed, account: DemoAccountFacts) => {
  const id =
    origin === "case"
      ? account.caseId
      : origin === "survey_response"
        ? account.responseId
        : origin === "interaction"
          ? account.interactionId
          : null;
  return origin === undefined || id === null ? null : { kind: origin, id };
};

/** The same need some days earlier, so that not everybody needed it on one day. */
const earlier = (need: DemoNeed, days: number): DemoNeed => ({
  ...need,
  notedDaysAgo: need.notedDaysAgo + days,
  steps: need.steps.map((step) => ({ ...step, daysAgo: step.daysAgo + days })),
  ...(need.explicitDaysAgo !== undefined && { explicitDaysAgo: need.explicitDaysAgo + days }),
  ...(need.declined && {
    declined: {
      ...need.declined,
      toldDaysAgo: need.declined.toldDaysAgo === null ? null : need.declined.toldDaysAgo + days,
    },
  }),
});

/** No two accounts put the same need in the same words, as far as there are words. */
const inOtherWords = (need: DemoNeed, turn: number): DemoNeed => {
  const ways = [need, ...need.others];
  const { title, description } = ways[turn % ways.length]!;
  return { ...need, title, description };
};

/** What a need is reckoned on where an account bought nothing in a year. */
const nothingBoughtMinor = 300_000_000;

const shareOf = (whole: number, share: number | null): number | null =>
  share === null ? null : Math.round((whole * share) / 10_000) * 10_000;

/** The demo's needs: two or three an account with every step they took, in every state, from records where there are some. */
export const saveDemoNeeds = async (
  tx: Tx,
  tenantId: TenantId,
  accountIds: readonly string[],
  today: DayNumber,
): Promise<void> => {
  const dayAgo = (days: number) => isoFromDayNumber(today - days);
  const instantAgo = (days: number, step = 0) => `${dayAgo(days)}T02:0${step}:00Z`;
  const accounts = await readDemoAccounts(tx, tenantId, accountIds, today);
  const told = new Map<number, number>();
  const chosen = accounts.flatMap((account, index) =>
    [index, ...(index % 2 === 0 ? [index + 4] : []), ...(index % 5 === 0 ? [index + 7] : [])].map(
      (place) => {
        const kind = place % demoNeeds.length;
        const turn = told.get(kind) ?? 0;
        told.set(kind, turn + 1);
        return {
          account,
          need: earlier(inOtherWords(demoNeeds[kind]!, turn), index % 7),
          id: newId(),
        };
      },
    ),
  );
  const used = new Set<string>();
  const needs = chosen.map(({ account, need, id }) => {
    const origin = originOf(need, account);
    const isFresh = origin !== null && !used.has(origin.id);
    if (origin) used.add(origin.id);
    const worth = shareOf(
      account.yearMinor > 0 ? account.yearMinor : nothingBoughtMinor,
      need.worth,
    );
    const last = need.steps.at(-1);
    const { declined } = need;
    const declinedDaysAgo = declined ? (declined.toldDaysAgo ?? 6) : null;
    return {
      tenant_id: tenantId,
      id,
      account_id: account.id,
      title: need.title,
      description: need.description,
      level: need.level,
      visibility: need.explicitDaysAgo === undefined ? need.visibility : "explicit",
      became_explicit_on: need.explicitDaysAgo === undefined ? null : dayAgo(need.explicitDaysAgo),
      state: declined ? "declined" : (last?.to ?? "signal"),
      state_since: dayAgo(declinedDaysAgo ?? last?.daysAgo ?? need.notedDaysAgo),
      source: need.source,
      source_kind: isFresh && origin ? origin.kind : null,
      source_id: isFresh && origin ? origin.id : null,
      person_id: account.personId,
      owner_user_id: account.managerUserId,
      customer_value_minor: worth,
      profit_minor: worth === null ? null : shareOf(worth, need.profit),
      cost_minor: worth === null ? null : shareOf(worth, need.cost),
      capability: need.capability,
      declined_because: declined?.because ?? null,
      declined_told_on: declined?.toldDaysAgo ? dayAgo(declined.toldDaysAgo) : null,
      created_by: account.managerUserId,
      created_at: instantAgo(need.notedDaysAgo),
      updated_at: instantAgo(declinedDaysAgo ?? last?.daysAgo ?? need.notedDaysAgo),
    };
  });
  await tx.insertInto("need").values(needs).execute();
  const steps = chosen.flatMap(({ account, need, id }) => {
    const { declined } = need;
    const way = declined
      ? [
          ...need.steps,
          {
            to: "declined" as const,
            daysAgo: declined.toldDaysAgo ?? 6,
            evidence: declined.because,
          },
        ]
      : need.steps;
    return way.map((step, index) => ({
      tenant_id: tenantId,
      id: newId(),
      need_id: id,
      from_state: way[index - 1]?.to ?? "signal",
      to_state: step.to,
      evidence: step.evidence,
      person_id: step.to === "hypothesis" ? null : account.personId,
      on_day: dayAgo(step.daysAgo),
      made_by: account.managerUserId,
      made_at: instantAgo(step.daysAgo, index),
    }));
  });
  await tx.insertInto("need_step").values(steps).execute();
};
