import type { IncidentView, incidents } from "@mainstay/contract/incident";
import { factKinds } from "@mainstay/domain/fact/fact-kind";
import { closingFault, incidentStatusAfter } from "@mainstay/domain/privacy/incident";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findIncident, lockIncident } from "./incident-queries.ts";

type Report = z.output<NonNullable<typeof incidents.record.body>>;
type Edit = z.output<NonNullable<typeof incidents.edit.body>>;
type Step = z.output<NonNullable<typeof incidents.advance.body>>["step"];

const columnsOf = (edit: Edit) => ({
  ...(edit.title === undefined ? {} : { title: edit.title }),
  ...(edit.happenedAt === undefined
    ? {}
    : { happened_at: edit.happenedAt === null ? null : new Date(edit.happenedAt) }),
  ...(edit.kinds === undefined
    ? {}
    : { kinds: factKinds.filter((one) => edit.kinds?.includes(one)) }),
  ...(edit.personsAffected === undefined ? {} : { persons_affected: edit.personsAffected }),
  ...(edit.cause === undefined ? {} : { cause: edit.cause }),
  ...(edit.harm === undefined ? {} : { harm: edit.harm }),
  ...(edit.measures === undefined ? {} : { measures: edit.measures }),
  ...(edit.contact === undefined ? {} : { contact: edit.contact }),
  ...(edit.noNoticeBecause === undefined ? {} : { no_notice_because: edit.noNoticeBecause }),
});

const demandPast = (now: Date, ...instants: (string | null | undefined)[]): void => {
  if (instants.some((at) => at && new Date(at) > now)) throw new AppError("incident.in_future");
};

/** Reports an incident; the clock runs from its discovery. */
export const recordIncident = (context: Context, report: Report): Promise<{ id: string }> =>
  context.write(async (tx) => {
    demandPast(context.now, report.discoveredAt, report.happenedAt);
    const id = newId();
    await tx
      .insertInto("incident")
      .values({
        tenant_id: context.tenantId,
        id,
        discovered_at: new Date(report.discoveredAt),
        recorded_by: context.actor.userId,
        ...columnsOf(report),
        title: report.title,
      })
      .execute();
    const subject = { kind: "incident", id };
    await recordAudit(tx, context, "incident.recorded", subject, { title: report.title });
    return { id };
  });

const getLocked = async (tx: Tx, context: Context, id: string): Promise<IncidentView> => {
  const row = await lockIncident(tx, context.tenantId, id);
  const view = row && (await findIncident(tx, context, id));
  if (!view) throw new AppError("incident.not_found");
  return view;
};

const change = async (
  tx: Tx,
  context: Context,
  before: IncidentView,
  columns: object,
  done: "edited" | "closed" | "authority_notified" | "persons_notified",
): Promise<IncidentView> => {
  await tx
    .updateTable("incident")
    .set({ ...columns, version: before.version + 1, updated_at: context.now })
    .where("tenant_id", "=", context.tenantId)
    .where("id", "=", before.id)
    .execute();
  const subject = { kind: "incident", id: before.id };
  await recordAudit(tx, context, `incident.${done}`, subject, { title: before.title });
  return getLocked(tx, context, before.id);
};

export const editIncident = (context: Context, id: string, edit: Edit): Promise<IncidentView> =>
  context.write(async (tx) => {
    const before = await getLocked(tx, context, id);
    demandVersion(context, before.version);
    if (!before.can.edit) throw new AppError("incident.not_allowed_now");
    demandPast(context.now, edit.happenedAt);
    return change(tx, context, before, columnsOf(edit), "edited");
  });

const asDate = (at: string | null): Date | null => (at === null ? null : new Date(at));

/** Takes the incident a step on: the authority was told, the persons were told, or it is closed. */
export const advanceIncident = (context: Context, id: string, step: Step): Promise<IncidentView> =>
  context.write(async (tx) => {
    const before = await getLocked(tx, context, id);
    demandVersion(context, before.version);
    const act = {
      notify_authority: "notifyAuthority",
      notify_persons: "notifyPersons",
      close: "close",
    } as const;
    if (!before.can[act[step]]) throw new AppError("incident.not_allowed_now");
    const { now } = context;
    if (step === "close") {
      const fault = closingFault({
        status: before.status,
        authorityNotifiedAt: asDate(before.authorityNotifiedAt),
        personsNotifiedAt: asDate(before.personsNotifiedAt),
        noNoticeBecause: before.noNoticeBecause,
      });
      if (fault) throw new AppError(`incident.${fault}`);
      return change(tx, context, before, { status: "closed" }, "closed");
    }
    const isAuthority = step === "notify_authority";
    const status = incidentStatusAfter({
      authority: isAuthority || before.authorityNotifiedAt !== null,
      persons: !isAuthority || before.personsNotifiedAt !== null,
    });
    const told = isAuthority ? { authority_notified_at: now } : { persons_notified_at: now };
    const done = isAuthority ? "authority_notified" : "persons_notified";
    return change(tx, context, before, { ...told, status }, done);
  });
