import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import type { voices } from "@mainstay/contract/voice";
import type { BilingualWords } from "@mainstay/domain/survey/frozen-question";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getAccountVoices } from "./account-voices.ts";
import { listResponsesOf } from "./response-queries.ts";
import { figuresByKey, type Tally } from "./score-tally.ts";
import { counted } from "./shown-answers.ts";

const responsesAtMost = 20;

/** What an account thinks: its score, its rounds in order, and who of it said what. Anonymous rounds are not among them. */
export const loadAccountVoice = async (
  db: Db,
  context: Context,
  accountId: string,
): Promise<AnswerOf<typeof voices.ofAccount>> => {
  const { tenantId } = context;
  const account = await db
    .selectFrom("account")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .executeTakeFirst();
  if (!account) throw new AppError("account.not_found");
  const { rows } = await sql<
    Tally<string> & { title: BilingualWords; number: number; opened_on: string }
  >`
    select o.id as key, s.title, o.number, o.opened_on, r.overall_kind as scale, r.overall_score::int as score,
      count(*)::int as count
    from survey_response r
    join survey_round o on o.tenant_id = r.tenant_id and o.id = r.round_id
    join survey s on s.tenant_id = r.tenant_id and s.id = r.survey_id
    where r.tenant_id = ${tenantId}::uuid and r.account_id = ${accountId}::uuid and not r.is_anonymous
      and r.overall_kind is not null and ${counted}
    group by o.id, s.title, o.number, o.opened_on, r.overall_kind, r.overall_score`.execute(db);
  const { total } = await countResponses(db, tenantId, accountId);
  const [voice] = await getAccountVoices(db, context, [accountId]);
  return {
    voice: voice ?? null,
    rounds: figuresByKey(rows)
      .flatMap(({ key, figure }) => {
        const row = rows.find((one) => one.key === key);
        if (!row) return [];
        const { title, number, opened_on } = row;
        const counts = [...figure.counts];
        return [
          {
            roundId: key,
            surveyTitle: title,
            number,
            openedOn: opened_on,
            figure: { ...figure, counts },
          },
        ];
      })
      .toSorted((a, b) => (a.openedOn < b.openedOn ? -1 : 1)),
    responses: await listResponsesOf(db, tenantId, accountId, responsesAtMost),
    total,
  };
};

const countResponses = async (db: Db, tenantId: string, accountId: string) => {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from survey_response r
    where r.tenant_id = ${tenantId}::uuid and r.account_id = ${accountId}::uuid and not r.is_anonymous
      and ${counted}`.execute(db);
  return rows[0] ?? { total: 0 };
};
