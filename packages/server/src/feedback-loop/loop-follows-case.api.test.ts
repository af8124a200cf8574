import { cases } from "@mainstay/contract/case";
import { feedbackLoops } from "@mainstay/contract/feedback-loop";
import { expect, test } from "vitest";
import { makeRow } from "../platform/test-world/make-row.ts";
import { answerBench } from "../survey-response/answer-test-bench.ts";

test("an interim report is a first answer to the customer as a reply is: the loop of the case counts it as the contact", async () => {
  const { world, tenant, accountId, manager } = await answerBench();
  const opened = await manager(cases.open, {
    params: { accountId },
    body: { kind: "complaint", level: "major", title: "停机", channel: "phone" } as never,
  });
  const caseId = opened.body.id;
  const loopId = await makeRow(world, tenant, "feedback_loop", {
    account_id: accountId,
    case_id: caseId,
    opened_at: "2026-03-02T00:00:00Z",
    contact_due_at: "2026-03-04T00:00:00Z",
  });
  const told = await manager(cases.giveFeedback, {
    params: { caseId },
    body: { words: "正在排查", sendMail: false },
    headers: { "if-match": "*" },
  });
  expect(told.status).toBe(200);
  const loop = await manager(feedbackLoops.get, { params: { loopId } });
  expect(loop.body.status).toBe("contacted");
});
