import type { RobotChange, RobotDraft, RobotView } from "@mainstay/contract/robot";
import { addressHint, readRobotAddress } from "@mainstay/domain/robot/robot-address";
import type { RobotKind } from "@mainstay/domain/robot/robot-kind";
import { outgoingWords } from "@mainstay/phrases/notification/mail-words";
import { enqueueRobot } from "../notification/enqueue-digests.ts";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { seal, SealBroken } from "../platform/secrets/seal.ts";
import { spacingMs, withoutKey } from "./deliver-robot-messages.ts";
import { judgeRobotAnswer } from "./judge-robot-answer.ts";
import {
  findRobot,
  listRobots,
  lockRobot,
  type Robot,
  robotPlace,
  voiceOf,
} from "./robot-queries.ts";
import { getRobotView } from "./robot-view.ts";
import { writeRobotText } from "./write-robot-message.ts";

const atMost = 50;

type Terms = Omit<RobotDraft, "address" | "secret">;

const termsRow = (terms: Terms) => ({
  name: terms.name,
  keyword: terms.keyword === "" ? null : terms.keyword,
  kinds: [...new Set(terms.kinds)],
  scope: terms.scope,
  department_id: terms.scope === "department" ? terms.departmentId : null,
  locale: terms.locale,
  quiet_from: terms.quietFrom,
  quiet_to: terms.quietTo,
  workdays_only: terms.workdaysOnly,
});

const checkTerms = async (tx: Tx, { tenantId }: Context, terms: Terms, ownId: string) => {
  if ((terms.quietFrom === null) !== (terms.quietTo === null)) {
    throw refuseField("quietTo", "required");
  }
  const robots = await listRobots(tx, tenantId);
  if (robots.some(({ id, name }) => id !== ownId && name === terms.name)) {
    throw new AppError("robot.name_taken");
  }
  if (terms.scope === "all") return robots;
  const department = terms.departmentId
    ? await tx
        .selectFrom("department")
        .select("id")
        .where("tenant_id", "=", tenantId)
        .where("id", "=", terms.departmentId)
        .executeTakeFirst()
    : undefined;
  if (!department) throw new AppError("robot.department_needed");
  return robots;
};

const readAddress = (address: string): { kind: RobotKind; url: string } => {
  const found = readRobotAddress(address);
  if (!found) throw new AppError("robot.address_unknown");
  return found;
};

const sealedAddress = (app: App, { tenantId }: Context, id: string, url: string) => ({
  url_sealed: seal(app.keyRing, robotPlace(tenantId, id), url),
  url_hint: addressHint(url),
});

const sealedSecret = (app: App, { tenantId }: Context, id: string, secret: string | null) =>
  secret ? seal(app.keyRing, robotPlace(tenantId, id), secret) : null;

/** What the audit keeps: everything but address and secret. */
const forAudit = ({ name, kinds, scope, departmentId }: Terms, kind: RobotKind) => ({
  name,
  kind,
  kinds,
  scope,
  departmentId,
});

/** Adds a robot; its address says which platform it is of. */
export const addRobot = (
  app: App,
  context: Context,
  { address, secret, ...terms }: RobotDraft,
): Promise<RobotView> => {
  const { kind, url } = readAddress(address);
  if (kind === "wecom" && secret) throw new AppError("robot.secret_invalid");
  const id = newId();
  return context.write(async (tx) => {
    const robots = await checkTerms(tx, context, terms, id);
    if (robots.length >= atMost) throw new AppError("robot.too_many", { limit: atMost });
    await tx
      .insertInto("robot")
      .values({
        tenant_id: context.tenantId,
        id,
        kind,
        ...termsRow(terms),
        ...sealedAddress(app, context, id, url),
        secret_sealed: sealedSecret(app, context, id, secret ?? null),
        page_origin: context.origin,
      })
      .execute();
    await recordAudit(tx, context, "robot.added", { kind: "robot", id }, forAudit(terms, kind));
    return getRobotView(tx, context.tenantId, id);
  });
};

/** Changes what a robot passes on, and when; lets it pause or go on. */
export const editRobot = (
  app: App,
  context: Context,
  id: string,
  { address, secret, isPaused, ...terms }: RobotChange,
): Promise<RobotView> => {
  const moved = address === undefined ? null : readAddress(address);
  return context.write(async (tx) => {
    const { tenantId } = context;
    const robot = await lockRobot(tx, tenantId, id);
    if (!robot) throw new AppError("robot.not_found");
    demandVersion(context, robot.version);
    await checkTerms(tx, context, terms, id);
    const kind = moved?.kind ?? robot.kind;
    if (kind === "wecom" && secret) throw new AppError("robot.secret_invalid");
    const isSecretOver = kind === "wecom" || secret === null;
    await tx
      .updateTable("robot")
      .set({
        ...termsRow(terms),
        kind,
        is_paused: isPaused,
        page_origin: context.origin,
        ...(moved && sealedAddress(app, context, id, moved.url)),
        ...(isSecretOver && { secret_sealed: null }),
        ...(secret && { secret_sealed: sealedSecret(app, context, id, secret) }),
        version: robot.version + 1,
        updated_at: context.now,
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .execute();
    const detail = { ...forAudit(terms, kind), isPaused, isAddressChanged: moved !== null };
    await recordAudit(tx, context, "robot.edited", { kind: "robot", id }, detail);
    if (!isPaused) await enqueueRobot(tx, tenantId, id);
    return getRobotView(tx, tenantId, id);
  });
};

export const removeRobot = (context: Context, id: string): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const robot = await lockRobot(tx, tenantId, id);
    if (!robot) throw new AppError("robot.not_found");
    await tx.deleteFrom("robot").where("tenant_id", "=", tenantId).where("id", "=", id).execute();
    const { name, kind } = robot;
    await recordAudit(tx, context, "robot.removed", { kind: "robot", id }, { name, kind });
  });

/** A robot whose key is gone from the ring cannot be posted to; its address has to be entered again. */
const openedVoice = (app: App, { tenantId }: Context, robot: Robot) => {
  try {
    return voiceOf(app.keyRing, tenantId, robot);
  } catch (error) {
    if (error instanceof SealBroken) {
      throw new AppError("robot.not_delivered", { reason: "key_missing" });
    }
    throw error;
  }
};

/** Posts a test message now and says what the platform said if it was not taken. */
export const checkRobot = async (app: App, context: Context, id: string) => {
  const { tenantId, now } = context;
  const robot = await context.read((db) => findRobot(db, tenantId, id));
  if (!robot) throw new AppError("robot.not_found");
  const voice = openedVoice(app, context, robot);
  const post = writeRobotText(voice, outgoingWords[robot.locale].robotTest, now);
  const answer = await app.outside.postToRobot(post.url, post.body);
  const outcome = withoutKey(judgeRobotAnswer(robot.kind, answer), voice.url);
  const isFine = outcome.kind === "sent";
  const reason = isFine ? null : outcome.reason;
  await context.write(async (tx) => {
    await tx
      .updateTable("robot")
      .set({
        next_send_at: new Date(now.getTime() + spacingMs),
        ...(isFine
          ? { last_sent_at: now, last_error: null, last_error_at: null }
          : { last_error: reason, last_error_at: now }),
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .execute();
    await recordAudit(tx, context, "robot.tested", { kind: "robot", id }, { isFine });
  });
  if (!isFine) throw new AppError("robot.not_delivered", { reason });
  return { isFine: true as const };
};
