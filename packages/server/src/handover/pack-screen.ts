import { createHash } from "node:crypto";
import type { HandoverPack } from "@mainstay/contract/handover-pack";
import { isPermitted } from "@mainstay/domain/access/permission";
import { getAccountView } from "../account/account-view.ts";
import { readBrief } from "../brief/brief-screen.ts";
import { readDecisionChain } from "../decision-chain/chain-screen.ts";
import { listOpenPromises } from "../brief/open-service.ts";
import { listInteractions } from "../interaction/interaction-queries.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { findStage } from "./find-stage.ts";
import { getHandoverView } from "./handover-queries.ts";
import {
  findPackRelationship,
  listPackChanges,
  listPackConsents,
  listPackObligations,
  listPackPlans,
  listPackRescues,
  listPackTasks,
} from "./pack-queries.ts";

const mostPeople = 20;
const contactsShown = 10;

/** SHA-256 of the pack's content, the same on every day on which nothing of it changed. */
export const packHash = (content: Omit<HandoverPack, "sha256">): string => {
  const text = JSON.stringify(content, (name, value: unknown) =>
    name === "today" || name === "daysAway" ? undefined : value,
  );
  return createHash("sha256").update(text).digest("hex");
};

/**
 * 交接包 Everything a successor has to know, generated as it is read and cut to the reader's sight: profiles are null for who may not
 * see them, consents for who may not read them, sensitive facts stand nowhere in it.
 */
export const readPack = async (
  db: Db,
  context: Context,
  handoverId: string,
): Promise<HandoverPack> => {
  const { tenantId, actor, today, now, workspace } = context;
  const handover = await getHandoverView(db, context, handoverId);
  const accountId = handover.account.id;
  const of = { tenantId, accountId };
  const account = await getAccountView(db, actor, accountId);
  const chain = await readDecisionChain(db, context, accountId, null);
  const members = chain.people.filter(({ isMember }) => isMember).slice(0, mostPeople);
  const influenceOf = new Map(
    members.map((person) => [person.personId, person.influence?.value ?? null]),
  );
  const brief = await readBrief(db, context, accountId, { personIds: [...influenceOf.keys()] });
  const contacts = await listInteractions(db, tenantId, accountId, { limit: contactsShown });
  const consents = isPermitted(actor, "consent.view")
    ? await listPackConsents(db, of, { timeZone: workspace.timeZone, now })
    : null;
  const { id, name, manager, backup, sponsor } = account;
  const { segment, grade } = brief.account;
  const content = {
    today,
    baseCurrency: brief.baseCurrency,
    account: {
      id,
      name,
      segment,
      grade,
      stage: await findStage(db, tenantId, accountId),
      manager,
      backup,
      sponsor,
    },
    judgement: brief.judgement,
    figures: brief.figures,
    contract: {
      startOn: account.contractStartOn,
      endOn: account.contractEndOn,
      creditLimitMinor: account.creditLimitMinor,
      paymentTermsDays: account.paymentTermsDays,
      currency: account.currency,
    },
    relationship: await findPackRelationship(db, of),
    profileHidden: chain.profileHidden,
    people: brief.people.map(({ material: _, ...person }) => ({
      ...person,
      influence: influenceOf.get(person.personId) ?? null,
    })),
    signals: brief.signals.map(({ id, kind, severity, reason }) => ({
      id,
      kind,
      severity,
      reason,
    })),
    tasks: await listPackTasks(db, of),
    cases: brief.cases,
    promises: await listOpenPromises(db, of),
    obligations: await listPackObligations(db, of),
    rescues: await listPackRescues(db, of),
    requirementChanges: await listPackChanges(db, of),
    consents,
    interactions: contacts.items.map((contact) => ({
      id: contact.id,
      kind: contact.kind,
      occurredOn: contact.occurredOn,
      summary: contact.summary,
      loggedByName: contact.loggedBy?.name ?? null,
      people: contact.people.map((person) => person.name),
    })),
    days: brief.days,
    calendarEntries: await listPackPlans(db, of, today),
  };
  return { sha256: packHash(content), ...content };
};
