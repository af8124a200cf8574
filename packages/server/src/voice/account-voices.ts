import type { AccountVoice, voices } from "@mainstay/contract/voice";
import type { Segment } from "@mainstay/domain/account/segment";
import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { accountScoreOf } from "@mainstay/domain/survey/account-score";
import { voiceValidDays } from "@mainstay/domain/survey/answer-limits";
import { isDissatisfied, normalisedScore } from "@mainstay/domain/survey/scale-score";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { allOf } from "../account/account-filter-sql.ts";
import { searchCondition } from "../account/account-search-condition.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { isLowScore, onHundred } from "./score-sql.ts";
import { counted } from "./shown-answers.ts";

interface NewestAnswer {
  response_id: string;
  account_id: string;
  person_id: string;
  person_name: string | null;
  scale: VoiceScale;
  score: number;
  role: BuyingRole | null;
  influence: number | null;
  answered_on: string;
  /** An economic buyer's newest answer, on whatever scale; else one the mean is made of. */
  is_buyer: boolean;
}

/** The first day whose answers still say what an account thinks. */
export const voiceSince = (today: string): string =>
  isoFromDayNumber((dayNumberFromIso(today) ?? 0) - voiceValidDays);

/**
 * What an account's score is made of, of answers that are still valid: `newest`, each person's newest overall answer on the scale
 * of the account's newest one; `buyer`, the newest answer on any scale of everybody who was an economic buyer when they
 * answered, or is one now, so that a survey on another scale among the others hides none of them. `which` narrows
 * `survey_response r`.
 */
const newestAnswers = (tenantId: string, since: string, which: RawBuilder<boolean>) => sql`
  valid as (
    select r.id as response_id, r.account_id, r.person_id, r.overall_kind as scale, r.overall_score::int as score,
      r.buying_role as role, r.influence, r.answered_on, r.answered_at,
      first_value(r.overall_kind) over (partition by r.account_id order by r.answered_on desc, r.id desc) as account_scale
    from survey_response r
    where r.tenant_id = ${tenantId}::uuid and r.account_id is not null and r.person_id is not null and not r.is_anonymous
      and r.overall_kind is not null and r.answered_on >= ${since}::date and ${counted} and ${which}
  ), newest as (
    select distinct on (account_id, person_id) * from valid where scale = account_scale
    order by account_id, person_id, answered_on desc, response_id desc
  ), buys as (
    select account_id, person_id from buying_role where tenant_id = ${tenantId}::uuid and role = 'economic_buyer'
  ), buyer as (
    select l.* from (
      select distinct on (account_id, person_id) * from valid
      where person_id in (select person_id from buys union select person_id from valid where role = 'economic_buyer')
      order by account_id, person_id, answered_on desc, response_id desc) l
    where l.role = 'economic_buyer' or (l.account_id, l.person_id) in (select account_id, person_id from buys)
  )`;

type Query = z.output<NonNullable<typeof voices.accounts.query>>;

/** Accounts by what they think now: dissatisfied economic buyers first, then whose worst answer is lowest. */
export const listAccountVoices = async (
  db: Db,
  { tenantId, today }: Pick<Context, "tenantId" | "today">,
  query: Query,
): Promise<{ items: AccountVoice[]; nextCursor: string | null; total: number }> => {
  const conditions = [sql<boolean>`true`];
  if (query.segment) conditions.push(sql<boolean>`st.segment = ${query.segment}`);
  if (query.search) {
    const { found, holds } = searchCondition(query.search);
    conditions.push(holds);
    if (found) conditions.push(sql<boolean>`a.id in (select ${found})`);
  }
  if (query.buyer === "dissatisfied") conditions.push(sql<boolean>`k.is_buyer_low`);
  if (query.buyer === "silent") conditions.push(sql<boolean>`not k.has_buyer`);
  const after = readCursor(query.cursor, "voice.accounts");
  const from = after ? sql`where (f.sort_key, f.id) > (${after.key}, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<{ id: string; sort_key: string; total: number }>`
    with ${newestAnswers(tenantId, voiceSince(today), sql<boolean>`true`)}, ranked as (
      select n.account_id, min(${onHundred(sql`n.scale`, sql`n.score`)}) as worst, bool_or(n.is_buyer) as has_buyer, bool_or(n.is_buyer and ${isLowScore(sql`n.scale`, sql`n.score`)}) as is_buyer_low
      from (select account_id, scale, score, false as is_buyer from newest
        union all select account_id, scale, score, true from buyer) n group by n.account_id
    ), found as (
      select a.id, (case when k.is_buyer_low then '0' else '1' end) || to_char(k.worst, 'FM000.000') as sort_key
      from ranked k join account a on a.tenant_id = ${tenantId}::uuid and a.id = k.account_id
      left join account_standing st on st.tenant_id = a.tenant_id and st.account_id = a.id
      where ${allOf(conditions)}
    )
    select f.id, f.sort_key, (select count(*)::int from found) as total
    from found f ${from} order by f.sort_key, f.id limit ${query.limit + 1}`.execute(db);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const items = await getAccountVoices(
    db,
    { tenantId, today },
    shown.map(({ id }) => id),
  );
  return {
    items,
    nextCursor:
      rows.length > query.limit && last
        ? writeCursor("voice.accounts", { key: last.sort_key, id: last.id })
        : null,
    total: rows[0]?.total ?? (after ? await countAfter(db, { tenantId, today }, query) : 0),
  };
};

/** The total where a page behind the last one is empty. */
const countAfter = async (
  db: Db,
  context: Pick<Context, "tenantId" | "today">,
  query: Query,
): Promise<number> =>
  (await listAccountVoices(db, context, { ...query, cursor: undefined, limit: 1 })).total;

/** What these accounts think, in the order given; accounts nobody of whom answered are left out. */
export const getAccountVoices = async (
  db: Db,
  { tenantId, today }: Pick<Context, "tenantId" | "today">,
  accountIds: readonly string[],
): Promise<AccountVoice[]> => {
  if (accountIds.length === 0) return [];
  const which = sql<boolean>`r.account_id = any (${[...accountIds]}::uuid[])`;
  const { rows } = await sql<NewestAnswer & { account_name: string; segment: Segment | null }>`
    with ${newestAnswers(tenantId, voiceSince(today), which)}, told as (
      select n.*, false as is_buyer from newest n union all select b.*, true from buyer b)
    select n.response_id, n.account_id, n.person_id, p.name as person_name, n.scale, n.score, n.role, n.influence,
      n.answered_on, n.is_buyer, a.name as account_name, st.segment
    from told n join account a on a.tenant_id = ${tenantId}::uuid and a.id = n.account_id
    left join account_standing st on st.tenant_id = a.tenant_id and st.account_id = a.id
    left join person p on p.tenant_id = a.tenant_id and p.id = n.person_id`.execute(db);
  return accountIds.flatMap((accountId) => {
    const told = rows.filter((row) => row.account_id === accountId);
    const answers = told.filter((row) => !row.is_buyer);
    const [first] = answers;
    const score = first && accountScoreOf(first.scale, answers);
    if (!first || !score) return [];
    const worth = (one: NewestAnswer) => normalisedScore(one.scale, one.score);
    const low = (one: NewestAnswer) => isDissatisfied(one.scale, one.score);
    const buyer = told
      .filter((row) => row.is_buyer)
      .toSorted((a, b) => Number(low(b)) - Number(low(a)) || worth(a) - worth(b))[0];
    return [
      {
        account: { id: accountId, name: first.account_name, segment: first.segment },
        scale: score.scale,
        n: score.n,
        dissatisfied: answers.filter(low).length,
        mean: score.mean,
        answeredOn:
          told
            .map((one) => one.answered_on)
            .toSorted()
            .at(-1) ?? first.answered_on,
        buyer: buyer
          ? {
              person: named(buyer.person_id, buyer.person_name),
              scale: buyer.scale,
              score: buyer.score,
              isDissatisfied: low(buyer),
              answeredOn: buyer.answered_on,
              responseId: buyer.response_id,
            }
          : null,
      },
    ];
  });
};
