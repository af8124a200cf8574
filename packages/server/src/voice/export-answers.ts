import type { Segment } from "@mainstay/domain/account/segment";
import { type FrozenQuestion, wordsIn } from "@mainstay/domain/survey/frozen-question";
import { leastForPercentage } from "@mainstay/domain/survey/wilson";
import { glossaryEn } from "@mainstay/phrases/glossary/en";
import { glossaryZh } from "@mainstay/phrases/glossary/zh";
import { voiceExportWords } from "@mainstay/phrases/voice/export-words";
import { writeXlsxStream } from "hucre/xlsx";
import iconv from "iconv-lite";
import { sql } from "kysely";
import { demandExportApproval } from "../approval/ask-access.ts";
import { csvLine, harmlessCell, utf8Mark } from "../import/csv-line.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { Outlet } from "../platform/http/serve-download.ts";
import { listResultRounds, type ResultRound } from "./round-header.ts";
import { counted } from "./shown-answers.ts";

interface Row {
  answered_on: string;
  account: string | null;
  person: string | null;
  segment: Segment | null;
  question_id: string;
  row_key: string;
  score: number | null;
  choices: string[];
  words: string | null;
}
type Cells = (string | number | null)[];

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Answers of a round with a name: by day and response, as they were given. */
const namedRows = async (db: Db, tenantId: string, roundId: string): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select r.answered_on, c.name as account, p.name as person, r.segment, a.question_id, a.row_key, a.score, a.choices, a.words
    from survey_response r
    join survey_answer a on a.tenant_id = r.tenant_id and a.response_id = r.id
    left join account c on c.tenant_id = r.tenant_id and c.id = r.account_id
    left join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
    where r.tenant_id = ${tenantId}::uuid and r.round_id = ${roundId}::uuid and ${counted}
    order by r.answered_on, r.id, a.question_id, a.row_key`.execute(db);
  return rows;
};

/**
 * Answers without a name: question by question in the order of what they say, so that no line belongs to another; no day,
 * no account, no segment; nothing of a question, or a row of a matrix, that fewer than five answered.
 */
const namelessRows = async (db: Db, tenantId: string, roundId: string): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    with these as (
      select a.question_id, a.row_key, a.score, a.choices, a.words, count(*) over (partition by a.question_id, a.row_key) as n
      from survey_response r
      join survey_answer a on a.tenant_id = r.tenant_id and a.response_id = r.id
      where r.tenant_id = ${tenantId}::uuid and r.round_id = ${roundId}::uuid and ${counted}
    )
    select '' as answered_on, null as account, null as person, null as segment, question_id, row_key, score, choices, words
    from these where n >= ${leastForPercentage}::int
    order by question_id, row_key, score, choices, words`.execute(db);
  return rows;
};

const linesOf = async (db: Db, context: Context, round: ResultRound): Promise<Cells[]> => {
  const { tenantId, locale } = context;
  const language = locale === "en" ? "en" : "zh";
  const words = voiceExportWords[locale];
  const segmentWords = (locale === "en" ? glossaryEn : glossaryZh).segment;
  const questions = new Map(round.questions.map((one): [string, FrozenQuestion] => [one.id, one]));
  const place = (row: Row) => questions.get(row.question_id)?.position ?? 0;
  const rows = round.isAnonymous
    ? (await namelessRows(db, tenantId, round.roundId)).toSorted((a, b) => place(a) - place(b))
    : await namedRows(db, tenantId, round.roundId);
  return rows.map((row) => {
    const question = questions.get(row.question_id);
    const called = (choices: readonly { key: string; zh?: string; en?: string }[], key: string) => {
      const found = choices.find((choice) => choice.key === key);
      return found ? wordsIn(found, language) : key;
    };
    return [
      row.answered_on,
      round.isAnonymous ? words.anonymous : row.account,
      row.person,
      row.segment && segmentWords[row.segment],
      question ? wordsIn(question.words, language) : "",
      called(question?.rows ?? [], row.row_key),
      row.score,
      row.choices.map((key) => called(question?.options ?? [], key)).join(" · "),
      row.words,
    ];
  });
};

/**
 * Every answer of a round that counts, as CSV or XLSX, within the reader's sight and under the rule of anonymous rounds;
 * what a spreadsheet would run is made harmless. Who takes it is in the audit before the first byte leaves.
 */
export const exportAnswers = async (
  context: Context,
  roundId: string,
  { format, encoding }: { format: "csv" | "xlsx"; encoding: "utf-8" | "gbk" },
  outlet: Outlet,
): Promise<void> => {
  const { locale } = context;
  const round = await context.write(async (tx) => {
    const [found] = await listResultRounds(tx, context, sql`r.id = ${roundId}::uuid`);
    if (!found) throw new AppError("survey.round_not_found");
    if (found.state !== "shown") throw new AppError("survey_response.not_shown");
    await demandExportApproval(tx, context, "people", async () => found.n);
    const subject = { kind: "survey_round", id: roundId };
    await recordAudit(tx, context, "survey_response.exported", subject, {
      format,
      rows: found.n,
    });
    return found;
  });
  await context.read(async (db) => {
    const lines = await linesOf(db, context, round);
    const name = `${wordsIn(round.survey.title, locale === "en" ? "en" : "zh")}-${round.number}`;
    const { headers } = voiceExportWords[locale];
    if (format === "xlsx") {
      outlet.begin({ fileName: `${name}.xlsx`, mediaType: workbook });
      const rows = lines.map((cells) => cells.map((cell) => harmlessCell(String(cell ?? ""))));
      const columns = headers.map((header) => ({ header }));
      for await (const chunk of writeXlsxStream(rows, { name: "answers", columns }))
        await outlet.write(chunk);
      return;
    }
    const isGbk = encoding === "gbk";
    outlet.begin({ fileName: `${name}.csv`, mediaType: `text/csv; charset=${encoding}` });
    const text = [headers, ...lines].map((cells) => csvLine(cells)).join("");
    await outlet.write(isGbk ? iconv.encode(text, "gbk") : utf8Mark + text);
  });
};
