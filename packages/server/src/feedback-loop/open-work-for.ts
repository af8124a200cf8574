import { wordsIn } from "@mainstay/domain/survey/frozen-question";
import { loopTitle } from "@mainstay/phrases/feedback-loop/loop-title";
import type { Locale } from "@mainstay/phrases/locale";
import { openCase } from "../case/open-case.ts";
import { noteNeed } from "../need/note-need.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { AnswerAuthor, HandedInResponse } from "../survey-response/after-answer.ts";
import type { DissatisfiedResponse } from "./dissatisfied-answers.ts";

type Given = HandedInResponse & { readonly accountId: string };

/** What the case or need is called in the workspace's language, and what the customer wrote. */
const describe = async (
  tx: Tx,
  tenantId: string,
  ground: DissatisfiedResponse,
): Promise<{ title: string; description: string }> => {
  const { locale } = await tx
    .selectFrom("tenant")
    .select("locale")
    .where("id", "=", tenantId)
    .executeTakeFirstOrThrow();
  const asked = wordsIn(ground.asked, locale === "en" ? "en" : "zh");
  return {
    title: loopTitle(locale as Locale, {
      asked,
      scale: ground.scale,
      score: ground.score,
      said: ground.verbatims,
    }),
    description: ground.verbatims.join("\n\n"),
  };
};

/** A complaint that came by survey, for a dissatisfied answer. */
export const openCaseFor = async (
  tx: Tx,
  author: AnswerAuthor,
  response: Given,
  ground: DissatisfiedResponse,
): Promise<string> => {
  const { caseId } = await openCase(tx, author, {
    accountId: response.accountId,
    kind: "complaint",
    level: "general",
    ...(await describe(tx, author.tenantId, ground)),
    channel: "survey",
    personId: response.personId,
    departmentId: ground.departmentId,
    sourceKind: "survey_response",
    sourceId: response.id,
  });
  return caseId;
};

/** A need read from a dissatisfied answer: hidden until the customer says so. */
export const openNeedFor = async (
  tx: Tx,
  author: AnswerAuthor,
  response: Given,
  ground: DissatisfiedResponse,
): Promise<string> => {
  const { needId } = await noteNeed(tx, author, {
    accountId: response.accountId,
    ...(await describe(tx, author.tenantId, ground)),
    level: "organisation",
    visibility: "hidden",
    source: "survey",
    origin: { kind: "survey_response", id: response.id },
    personId: response.personId,
    departmentId: ground.departmentId,
    today: author.today,
    now: author.now,
  });
  return needId;
};
