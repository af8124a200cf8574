import { randomUUID } from "node:crypto";
import type { relationshipMaps } from "@mainstay/contract/relationship-map";
import type { AnswerOf } from "@mainstay/contract/endpoint/endpoint";
import { mapAbilities } from "@mainstay/domain/relationship-map/map-policy";
import { sql } from "kysely";
import type { z } from "zod";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import { personSearchText } from "../person/person-search-text.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueueRelationshipRound } from "../relationship/enqueue-relationship-round.ts";
import { lockReportingLines } from "./reporting-lines.ts";
import { demandSuperior } from "./set-superior.ts";

type Draft = z.output<NonNullable<typeof relationshipMaps.addPlaceholder.body>>;

/** Keeps the place of somebody who must be there and is not known: "CFO, unknown". The title stands for the name until then. */
export const addPlaceholder = (
  context: Context,
  accountId: string,
  draft: Draft,
): Promise<AnswerOf<typeof relationshipMaps.addPlaceholder>> =>
  context.write(async (tx) => {
    const { tenantId, actor, today } = context;
    const account = await findAccount(tx, tenantId, accountId);
    if (!account) throw new AppError("account.not_found");
    if (!mapAbilities(actor, teamOf(account)).edit) throw new AppError("access.not_permitted");
    const superiorPositionId = draft.superiorPositionId ?? null;
    if (superiorPositionId !== null) {
      await lockReportingLines(tx, tenantId, accountId);
      await demandSuperior(tx, context, accountId, superiorPositionId);
    }
    const [personId, positionId] = [randomUUID(), randomUUID()];
    const person = { name: draft.title, is_placeholder: true, placeholder_since: today };
    await tx
      .insertInto("person")
      .values({ tenant_id: tenantId, id: personId, ...person, ...personSearchText(person) })
      .execute();
    await tx
      .insertInto("position")
      .values({
        tenant_id: tenantId,
        id: positionId,
        person_id: personId,
        account_id: accountId,
        title: draft.title,
        department: draft.department || null,
        starts_on: today,
        reports_to_id: superiorPositionId,
      })
      .execute();
    const subject = { kind: "person", id: personId };
    await recordAudit(tx, context, "placeholder.added", subject, { accountId });
    await enqueueRelationshipRound(tx, tenantId, accountId);
    return { positionId, version: 1, personId, superiorPositionId };
  });

/** The unknown person has a name: the same record becomes theirs, with its place, ties and roles. */
export const namePlaceholder = (context: Context, personId: string, name: string) =>
  context.write(async (tx) => {
    const { tenantId, actor, now, today } = context;
    const person = await tx
      .selectFrom("person")
      .select(["id", "is_placeholder", "external_id"])
      .where("tenant_id", "=", tenantId)
      .where("id", "=", personId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    const jobs = await tx
      .selectFrom("position")
      .select(["account_id", "ends_on"])
      .where("tenant_id", "=", tenantId)
      .where("person_id", "=", personId)
      .execute();
    const job = jobs.find(({ ends_on }) => ends_on === null || ends_on > today) ?? jobs[0];
    const account = job ? await findAccount(tx, tenantId, job.account_id) : null;
    if (!person || !account) throw new AppError("person.not_found");
    if (!mapAbilities(actor, teamOf(account)).edit) throw new AppError("access.not_permitted");
    if (!person.is_placeholder) throw new AppError("placeholder.has_name");
    await tx
      .updateTable("person")
      .set({
        name,
        is_placeholder: false,
        placeholder_since: null,
        ...personSearchText({ name, externalId: person.external_id }),
        version: sql`version + 1`,
        updated_at: now,
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", personId)
      .execute();
    const detail = { accountId: account.id };
    await recordAudit(tx, context, "placeholder.named", { kind: "person", id: personId }, detail);
    await enqueueRelationshipRound(tx, tenantId, account.id);
    return { personId, name };
  });
