import { voices } from "@mainstay/contract/voice";
import { expect, test } from "vitest";
import { makeRound, questionOf } from "../feedback-loop/make-response.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { sessionOf, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeRow } from "../platform/test-world/make-row.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";

const sheets = 12;

test("two texts of one sheet without a name are joined by nothing: not by their place, not by a name, not page by page, not in the export", async () => {
  const world = await testWorld();
  const app = await testApp();
  const tenant = await makeTenant(world);
  const director = await sessionOf(app, tenant, await makeUser(world, tenant, "director"));
  const round = await makeRound(world, tenant, [
    questionOf("text"),
    questionOf("text", { position: 2 }),
  ]);
  await askTenant(
    world,
    tenant,
    `update survey_round set is_anonymous = true, closed_at = now() where id = '${round.roundId}' returning 1`,
  );
  const sheetIds: string[] = [];
  for (let sheet = 0; sheet < sheets; sheet++) {
    const responseId = await makeRow(world, tenant, "survey_response", {
      survey_id: round.surveyId,
      round_id: round.roundId,
      is_anonymous: true,
      is_complete: true,
      started_at: "2026-02-10T00:00:00Z",
      answered_at: "2026-02-10T00:00:00Z",
      answered_on: "2026-02-10",
      locale: "zh-CN",
    });
    sheetIds.push(responseId);
    await withTenant(world.database, tenant.scope, async (tx) => {
      for (const [index, question] of round.questions.entries())
        await tx
          .insertInto("survey_answer")
          .values({
            tenant_id: tenant.tenantId,
            response_id: responseId,
            question_id: question.id,
            kind: "text",
            // Which sheet it is of can be read by nobody but this test.
            words: `${(sheet * 7 + index * 5) % sheets} ${index} ${sheet}`,
          })
          .execute();
    });
  }
  type Text = { responseId: string; words: string };
  const readAll = async (limit: number): Promise<Text[]> => {
    const all: Text[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await director(voices.verbatims, {
        query: { roundId: round.roundId, limit, ...(cursor && { cursor }) } as never,
      });
      all.push(...body.items);
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return all;
  };
  const texts = await readAll(5);
  expect(texts).toEqual(await readAll(100));
  expect(new Set(texts.map(({ words }) => words)).size).toBe(2 * sheets);
  const names = new Set(texts.map(({ responseId }) => responseId));
  expect(names.size).toBe(2 * sheets);
  expect(sheetIds.some((id) => names.has(id))).toBe(false);
  const sheetOf = ({ words }: Text) => words.split(" ")[2];
  const beside = texts.filter((text, i) => i > 0 && sheetOf(text) === sheetOf(texts[i - 1]!));
  expect(beside.length).toBeLessThan(sheets / 2);
  const orderOf = (index: string) =>
    texts.filter(({ words }) => words.split(" ")[1] === index).map(sheetOf);
  expect(orderOf("0")).not.toEqual(orderOf("1"));

  const { bytes } = await director(voices.export, {
    params: { roundId: round.roundId },
    query: { format: "csv" },
  } as never);
  const lines = bytes.toString("utf8").split("\n");
  const exported = (index: string) =>
    lines.flatMap((line) => new RegExp(`(\\d+) ${index} (\\d+)`).exec(line)?.[2] ?? []);
  expect(exported("0")).toHaveLength(sheets);
  expect(exported("0")).not.toEqual(exported("1"));
});
