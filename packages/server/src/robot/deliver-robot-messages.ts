import { robotPatience, waitAfter } from "@mainstay/domain/notification/back-off";
import { newsPath } from "@mainstay/domain/notification/news-path";
import { isQuiet } from "@mainstay/domain/notification/quiet-hours";
import { renderNews } from "@mainstay/phrases/notification/render-news";
import { sql } from "kysely";
import type { OutgoingWork } from "../mail/drain-mail-queue.ts";
import { enqueueRobot } from "../notification/enqueue-digests.ts";
import { readZoneTime } from "../notification/zone-time.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { judgeRobotAnswer, type RobotOutcome } from "./judge-robot-answer.ts";
import {
  listWaiting,
  lockRobot,
  type Robot,
  voiceOf,
  type WaitingMessage,
} from "./robot-queries.ts";
import { writeRobotMessage } from "./write-robot-message.ts";

/** One message every three seconds keeps to every platform's twenty a minute. */
export const spacingMs = 3_000;
/** Lines that one message may carry. */
const linesAtMost = 20;

/**
 * Sends what waits for a robot as one message, with the robot's row locked: of two workers one sends, the other leaves.
 * Orders itself again for what is left. A kill between the platform's yes and our note of it repeats that one message;
 * robots know no key to tell it by.
 */
export const deliverRobotMessages = (work: OutgoingWork, robotId: string): Promise<void> =>
  withTenant(work.database, systemScope(work.tenantId), (tx) => deliverOnce(work, tx, robotId));

const deliverOnce = async (work: OutgoingWork, tx: Tx, robotId: string): Promise<void> => {
  const { tenantId, clock, keyRing, outside } = work;
  const robot = await lockRobot(tx, tenantId, robotId, { skip: true });
  if (!robot || robot.isPaused) return;
  const now = clock.now();
  const restMs = (robot.nextSendAt?.getTime() ?? 0) - now.getTime();
  // A rest longer than any we ever set comes from a clock that was put back.
  if (restMs > 0 && restMs <= 3_600_000) {
    return enqueueRobot(tx, tenantId, robotId, new Date(now.getTime() + restMs));
  }
  const { quietFrom: from, quietTo: to, workdaysOnly } = robot;
  // The quarter-hourly round asks again.
  if (isQuiet({ from, to, workdaysOnly }, await readZoneTime(tx, tenantId, now))) return;
  const waiting = await listWaiting(tx, tenantId, robotId, now, linesAtMost);
  if (waiting.length > 0) {
    const voice = voiceOf(keyRing, tenantId, robot);
    const post = writeRobotMessage(voice, linesOf(robot, waiting), now);
    const outcome = judgeRobotAnswer(robot.kind, await outside.postToRobot(post.url, post.body));
    await noteOutcome(work, tx, robot, waiting, withoutKey(outcome, voice.url));
  }
  await orderRest(work, tx, robotId);
};

const linesOf = ({ locale, pageOrigin }: Robot, waiting: readonly WaitingMessage[]) =>
  waiting.map(({ kind, reason, account_name, subject_kind, subject_id, account_id }) => ({
    title: renderNews(kind, reason.params, locale),
    account: account_name ?? "",
    link: `${pageOrigin}${newsPath(subject_kind, account_id, subject_id)}`,
  }));

/** A platform may repeat the address in what it says; our notes never hold it. */
export const withoutKey = (outcome: RobotOutcome, address: string): RobotOutcome => {
  if (outcome.kind === "sent") return outcome;
  const key = /(?:=|\/)([^=/]+)$/.exec(address)?.[1];
  return key ? { ...outcome, reason: outcome.reason.replaceAll(key, "…") } : outcome;
};

const noteOutcome = async (
  { tenantId, clock, log }: OutgoingWork,
  tx: Tx,
  robot: Robot,
  waiting: readonly WaitingMessage[],
  outcome: RobotOutcome,
): Promise<void> => {
  const now = clock.now();
  const restMs = Math.max(spacingMs, outcome.kind === "later" ? outcome.restMs : 0);
  const reason = outcome.kind === "sent" ? null : outcome.reason;
  for (const { id, attempts } of waiting) {
    const tried = attempts + 1;
    const wait = outcome.kind === "later" ? waitAfter(robotPatience, tried, Math.random()) : null;
    const status = outcome.kind === "sent" ? "sent" : wait === null ? "dead" : "waiting";
    await tx
      .updateTable("robot_message")
      .set({
        status,
        attempts: tried,
        last_error: reason,
        next_try_at: new Date(now.getTime() + (wait ?? 0)),
        ended_at: status === "waiting" ? null : now,
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .execute();
  }
  await tx
    .updateTable("robot")
    .set({
      next_send_at: new Date(now.getTime() + restMs),
      ...(outcome.kind === "sent"
        ? { last_sent_at: now, last_error: null, last_error_at: null }
        : { last_error: reason, last_error_at: now }),
    })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", robot.id)
    .execute();
  if (outcome.kind !== "sent") {
    const { kind, id: robotId } = robot;
    log.warn({ tenantId, robotId, kind, outcome: outcome.kind, reason }, "robot message not sent");
  }
};

/** What is left is tried when both it and the robot are ready. */
const orderRest = async (
  { tenantId, clock }: OutgoingWork,
  tx: Tx,
  robotId: string,
): Promise<void> => {
  const { rows } = await sql<{ at: Date | null }>`
    select greatest(min(m.next_try_at), max(r.next_send_at)) as at
    from robot_message m join robot r on r.tenant_id = m.tenant_id and r.id = m.robot_id
    where m.tenant_id = ${tenantId}::uuid and m.robot_id = ${robotId}::uuid and m.status = 'waiting'`.execute(
    tx,
  );
  const at = rows[0]?.at;
  if (at) await enqueueRobot(tx, tenantId, robotId, at > clock.now() ? at : clock.now());
};
