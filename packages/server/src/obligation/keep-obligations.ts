import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import type { CycleRound, CycleStep } from "../cycle/cycle-step.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { findNextPolicyDay, findPolicyInForce } from "../service-policy/policy-in-force.ts";
import { loadDifferentDays } from "../workday/different-days.ts";
import { matchAccountContacts } from "./match-account-contacts.ts";
import { makeUpDays, owedDuties, periodsAround } from "./owed-duties.ts";
import type { OwedRound } from "./owed-sql.ts";
import {
  adaptOpenObligations,
  addObligations,
  closeMissed,
  keepDuties,
} from "./owed-statements.ts";
import { tellOwners } from "./tell-owners.ts";

/** Contacts imported or taken away so long after the fact still count by themselves; one logged by hand counts always. */
const lookBackDays = 100;

const openRound = async (tx: Tx, round: CycleRound): Promise<OwedRound> => {
  const { tenantId, today, accountIds } = round;
  const day = dayNumberFromIso(today) ?? 0;
  const policy = await findPolicyInForce(tx, tenantId, today);
  const nextPolicyFrom = await findNextPolicyDay(tx, tenantId, today);
  const different = await loadDifferentDays(
    tx,
    tenantId,
    isoFromDayNumber(day - 2 * makeUpDays),
    isoFromDayNumber(day + 2 * makeUpDays),
  );
  return {
    tenantId,
    today,
    accountIds,
    policyVersion: policy.version,
    duties: owedDuties(policy),
    periods: periodsAround(day, different, nextPolicyFrom),
    nextPolicyFrom,
  };
};

/** Rows in the order of their ids, before any is changed: a contact that is being logged locks them in the same order. */
const lockObligations = ({ tenantId, accountIds, today }: OwedRound, tx: Tx) =>
  sql`select id from obligation
    where tenant_id = ${tenantId}::uuid and account_id = any(${[...accountIds]}::uuid[])
      and (status = 'open' or period_to >= ${today}::date - ${lookBackDays}::int)
    order by id for update`.execute(tx);

/**
 * Brings what these accounts are owed up to date: duties by the policy in force and the account's present place in it, one
 * obligation a calendar period, owners by today's seats, what contacts have met, and what is past hope. Every part depends on
 * the day and the data alone: running it again, or after a kill, changes nothing; a clock that jumps forward adds the skipped
 * periods of at most a year as missed, one that jumps back adds nothing.
 */
export const keepObligations: CycleStep = async (tx, round) => {
  if (round.accountIds.length === 0) return;
  const { tenantId, today, accountIds } = round;
  const owed = await openRound(tx, round);
  await lockObligations(owed, tx);
  await keepDuties(tx, owed);
  await adaptOpenObligations(tx, owed);
  await addObligations(tx, owed);
  const since = isoFromDayNumber((dayNumberFromIso(today) ?? 0) - lookBackDays);
  const matched = await matchAccountContacts(tx, tenantId, accountIds, since);
  await closeMissed(tx, owed);
  await tellOwners(tx, owed);
  if (matched.length === 0) return;
  const author = { tenantId, actor: null, requestId: null };
  const one = matched.length === 1 ? (matched[0]?.obligationId ?? null) : null;
  await recordAudit(
    tx,
    author,
    "obligation.matched",
    { kind: "obligation", id: one },
    {
      fulfilled: matched.filter(({ interactionId }) => interactionId !== null).length,
      reopened: matched.filter(({ interactionId }) => interactionId === null).length,
    },
  );
};
