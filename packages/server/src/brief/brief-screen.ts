import type { BriefPerson, BriefView, briefs } from "@mainstay/contract/brief";
import type { ChainPerson, DecisionChain } from "@mainstay/contract/decision-chain";
import { profileTopics } from "@mainstay/domain/account/profile-topic";
import { questionsForBrief } from "@mainstay/domain/brief/brief-questions";
import { materialFor } from "@mainstay/domain/brief/role-material";
import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import type { z } from "zod";
import { getStanding } from "../account-page/account-page-queries.ts";
import { getAccountView } from "../account/account-view.ts";
import { readUpcomingDays } from "../day/upcoming-days.ts";
import { readDecisionChain } from "../decision-chain/chain-screen.ts";
import { listInteractions } from "../interaction/interaction-queries.ts";
import { listOpenCases, listOpenPromises } from "./open-service.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { listSignalsOfAccount } from "../signal/signal-queries.ts";
import { listTasks } from "../task/task-queries.ts";
import { findUserName } from "../user/user-name.ts";
import { findRelationshipFigures, lastContactsOf } from "./brief-queries.ts";

type Query = z.output<NonNullable<typeof briefs.get.query>>;

/** How many of the chain stand on the page when nobody is named. */
const mostPeople = 6;
const staleProfileDays = 365;

/** The highest level any of us holds with the person. */
const bestPair = (chain: DecisionChain, personId: string): BriefPerson["pair"] => {
  const [best] = chain.pairs
    .filter((pair) => pair.personId === personId)
    .toSorted((a, b) => b.currentLevel - a.currentLevel);
  return best
    ? { userName: best.user.name, current: best.currentLevel, desired: best.desiredLevel }
    : null;
};

const toBriefPerson = (
  chain: DecisionChain,
  person: ChainPerson,
  lastContactOn: string | null,
): BriefPerson => {
  const { stance, position } = person;
  const role = person.role?.role ?? null;
  return {
    personId: person.personId,
    name: person.name,
    title: position.title,
    department: position.department,
    isPlaceholder: person.isPlaceholder,
    role,
    stance:
      stance === null
        ? null
        : { value: stance.stance, assessedOn: stance.assessedOn, isStale: stance.isStale },
    play: person.isPlaceholder ? null : person.play,
    style: person.style?.style ?? null,
    pair: bestPair(chain, person.personId),
    lastContactOn,
    material: materialFor({ role, title: position.title, department: position.department }),
  };
};

/** Who is met: those named, who must work there now; else the weightiest members of the chain. */
const chosenPeople = (chain: DecisionChain, wanted: readonly string[] | undefined) => {
  if (wanted === undefined)
    return chain.people.filter(({ isMember }) => isMember).slice(0, mostPeople);
  return wanted.map((personId) => {
    const person = chain.people.find((one) => one.personId === personId);
    if (!person) throw new AppError("person.not_found");
    return person;
  });
};

/** The newest answer of each topic; a topic whose answer is missing or older than a year is open. */
const profileOf = (
  answers: readonly { topic: (typeof profileTopics)[number]; answer: string; answeredOn: string }[],
  today: string,
) => {
  const newest = profileTopics.flatMap((topic) => {
    const [found] = answers
      .filter((one) => one.topic === topic)
      .toSorted((a, b) => (a.answeredOn < b.answeredOn ? 1 : -1));
    return found ? [found] : [];
  });
  const now = dayNumberFromIso(today) ?? 0;
  const fresh = newest.filter(
    ({ answeredOn }) => now - (dayNumberFromIso(answeredOn) ?? 0) <= staleProfileDays,
  );
  const openTopics = profileTopics.filter((topic) => !fresh.some((one) => one.topic === topic));
  return { newest, openTopics };
};

/** One page before a visit; `account.not_found` and `person.not_found` when they are not there for this actor. */
export const readBrief = async (
  db: Db,
  context: Context,
  accountId: string,
  query: Query,
): Promise<BriefView> => {
  const { tenantId, actor, today } = context;
  const account = await getAccountView(db, actor, accountId);
  const chain = await readDecisionChain(db, context, accountId, null);
  const { row, extras } = await getStanding(db, tenantId, accountId);
  const signals = (await listSignalsOfAccount(db, actor, accountId)).filter(
    ({ status }) => status !== "resolved",
  );
  const tasks = (await listTasks(db, context, { accountId, status: "open", limit: 8 })).items;
  const promised = await listOpenPromises(db, { tenantId, accountId });
  const contacts = await listInteractions(db, tenantId, accountId, { limit: 3 });
  const visitOn = query.visitOn ?? today;
  const from = dayNumberFromIso(visitOn) ?? 0;
  const days = await readUpcomingDays(db, {
    tenantId,
    accountId,
    today,
    from,
    to: from + 29,
    kinds: ["birthday", "work_anniversary", "cooperation_anniversary", "festival"],
  });
  const met = chosenPeople(chain, query.personIds);
  const lastContacts = await lastContactsOf(db, tenantId, accountId);
  const members = chain.people.filter(({ isMember }) => isMember);
  const { newest, openTopics } = profileOf(account.profile, today);
  const rhythm = extras.detail.rhythm as BriefView["judgement"]["reasons"][number] | undefined;
  const reasons = signals.length > 0 ? signals.map(({ reason }) => reason) : rhythm ? [rhythm] : [];
  const known = members.filter(({ isPlaceholder }) => !isPlaceholder);
  return {
    today,
    visitOn,
    purpose: query.purpose || null,
    preparedFor: await findUserName(db, tenantId, actor.userId),
    baseCurrency: context.workspace.baseCurrency,
    account: {
      id: account.id,
      name: account.name,
      segment: row.segment,
      grade: row.grade,
      manager: account.manager,
    },
    judgement: { level: row.level, reasons: reasons.slice(0, 3) },
    figures: {
      revenue12mMinor: row.revenue12mMinor,
      lastOrderOn: row.lastOrderOn,
      nextExpectedOn: row.nextExpectedOn,
      valueAtRiskMinor: row.valueAtRiskMinor,
    },
    relationship: await findRelationshipFigures(db, tenantId, accountId),
    profileHidden: chain.profileHidden,
    people: met.map((person) =>
      toBriefPerson(chain, person, lastContacts.get(person.personId) ?? null),
    ),
    promises: [
      ...promised,
      ...tasks.map(({ id, title, dueOn, owner }) => ({
        id,
        title,
        dueOn,
        owner: owner?.name ?? null,
      })),
    ],
    cases: await listOpenCases(db, { tenantId, accountId }),
    signals: signals
      .slice(0, 5)
      .map(({ id, kind, severity, reason, play }) => ({ id, kind, severity, reason, play })),
    interactions: contacts.items.map((contact) => ({
      id: contact.id,
      kind: contact.kind,
      occurredOn: contact.occurredOn,
      summary: contact.summary,
      loggedByName: contact.loggedBy?.name ?? null,
      people: contact.people.map(({ name }) => name),
    })),
    profile: newest
      .slice(0, 4)
      .map(({ topic, answer, answeredOn }) => ({ topic, answer, answeredOn })),
    questions: questionsForBrief({
      signals: signals.map(({ kind }) => kind),
      unknownStances: chain.profileHidden
        ? []
        : known.filter(({ stance, noProfiling }) => stance === null && !noProfiling).map(nameOf),
      staleStances: known.filter(({ stance }) => stance?.isStale).map(nameOf),
      economicBuyerName: members.find(({ role }) => role?.role === "economic_buyer")?.name ?? null,
      placeholders: members.filter(({ isPlaceholder }) => isPlaceholder).map(nameOf),
      openTopics,
      overduePromises: [...promised, ...tasks].filter(
        ({ dueOn }) => dueOn !== null && dueOn < today,
      ).length,
    }),
    days: days.slice(0, 5),
  };
};

const nameOf = ({ name }: { name: string }): string => name;
