import type { NotificationKind } from "@mainstay/domain/notification/notification-kind";
import type { RobotKind, RobotScope } from "@mainstay/domain/robot/robot-kind";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Locale } from "@mainstay/phrases/locale";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import { open } from "../platform/secrets/seal.ts";
import type { RobotVoice } from "./write-robot-message.ts";

export interface Robot {
  readonly id: string;
  readonly name: string;
  readonly kind: RobotKind;
  readonly urlSealed: Buffer;
  readonly urlHint: string;
  readonly secretSealed: Buffer | null;
  readonly keyword: string | null;
  readonly kinds: NotificationKind[];
  readonly scope: RobotScope;
  readonly departmentId: string | null;
  readonly pageOrigin: string;
  readonly locale: Locale;
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
  readonly workdaysOnly: boolean;
  readonly isPaused: boolean;
  readonly nextSendAt: Date | null;
  readonly lastSentAt: Date | null;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
  readonly version: number;
}

const columns = sql`id, name, kind, url_sealed as "urlSealed", url_hint as "urlHint", secret_sealed as "secretSealed", keyword,
  kinds, scope, department_id as "departmentId", page_origin as "pageOrigin", locale, quiet_from as "quietFrom",
  quiet_to as "quietTo", workdays_only as "workdaysOnly", is_paused as "isPaused", next_send_at as "nextSendAt",
  last_sent_at as "lastSentAt", last_error as "lastError", last_error_at as "lastErrorAt", version`;

export const listRobots = async (db: Db, tenantId: TenantId): Promise<Robot[]> => {
  const { rows } = await sql<Robot>`
    select ${columns} from robot where tenant_id = ${tenantId}::uuid order by created_at, id`.execute(
    db,
  );
  return rows;
};

export const findRobot = async (db: Db, tenantId: TenantId, id: string): Promise<Robot | null> => {
  const { rows } = await sql<Robot>`
    select ${columns} from robot where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`.execute(
    db,
  );
  return rows[0] ?? null;
};

/**
 * Takes the robot's row; `skip` gives null at once when somebody else holds it. Its key stays free: whoever keeps a message
 * for it in the meantime does not wait for a robot that hangs.
 */
export const lockRobot = async (
  tx: Tx,
  tenantId: TenantId,
  id: string,
  { skip } = { skip: false },
): Promise<Robot | null> => {
  const { rows } = await sql<Robot>`
    select ${columns} from robot where tenant_id = ${tenantId}::uuid and id = ${id}::uuid
    for no key update ${skip ? sql`skip locked` : sql``}`.execute(tx);
  return rows[0] ?? null;
};

/** Where a robot's address and signing secret are sealed to. */
export const robotPlace = (tenantId: TenantId, id: string) => ({
  tenantId,
  table: "robot",
  rowId: id,
});

/** The robot with its address and secret opened, for the moment of posting. */
export const voiceOf = (ring: KeyRing, tenantId: TenantId, robot: Robot): RobotVoice => {
  const place = robotPlace(tenantId, robot.id);
  return {
    kind: robot.kind,
    url: open(ring, place, robot.urlSealed),
    secret: robot.secretSealed === null ? null : open(ring, place, robot.secretSealed),
    keyword: robot.keyword,
    locale: robot.locale,
  };
};

export interface WaitingMessage {
  id: string;
  kind: NotificationKind;
  subject_kind: string;
  subject_id: string | null;
  account_id: string | null;
  account_name: string | null;
  reason: { params: Record<string, unknown> };
  attempts: number;
}

/** What waits for a robot and may be tried now, oldest first. */
export const listWaiting = async (
  tx: Tx,
  tenantId: TenantId,
  robotId: string,
  now: Date,
  most: number,
): Promise<WaitingMessage[]> => {
  const { rows } = await sql<WaitingMessage>`
    select m.id, m.kind, m.subject_kind, m.subject_id, m.account_id, coalesce(a.short_name, a.name) as account_name, m.reason, m.attempts
    from robot_message m
    left join account a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = ${tenantId}::uuid and m.robot_id = ${robotId}::uuid and m.status = 'waiting'
      and (m.next_try_at <= ${now} or m.next_try_at > ${now}::timestamptz + interval '1 hour')
    order by m.created_at, m.id limit ${most}`.execute(tx);
  return rows;
};
