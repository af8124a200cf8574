import { type SeededRandom, seededRandom } from "@mainstay/analytics/numeric/seeded-random";
import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { InvitationStatus } from "@mainstay/domain/survey/survey-kind";
import { nextRoundOn } from "@mainstay/domain/survey/sampling-rule";
import type { SurveyTemplateKey } from "@mainstay/domain/survey/survey-templates";
import { surveyTemplates } from "@mainstay/domain/survey/survey-templates";
import type { FrozenQuestion } from "@mainstay/domain/survey/frozen-question";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { writeQuestions } from "../survey/survey-queries.ts";
import { type DemoDepartment, saveDemoDepartments } from "./save-demo-departments.ts";

/** Which department each question of a template is about, by its place; null for none. */
const askedAbout: Readonly<Record<SurveyTemplateKey, readonly (DemoDepartment | null)[]>> = {
  relationship: [null, "quality", "delivery", "support", "accounts", null, null],
  after_case: [null, "support", "support", null],
  onboarding: [null, "support", "delivery", null, null],
};

/** Rounds of the quarterly survey: when each opened, and how its askings ended, in hundredths. */
const rounds = [
  { daysAgo: 192, answered: 52, opened: 12, bounced: 4, declined: 5 },
  { daysAgo: 99, answered: 58, opened: 10, bounced: 3, declined: 4 },
  { daysAgo: 6, answered: 34, opened: 14, bounced: 3, declined: 2 },
] as const;

interface Person {
  readonly person_id: string;
  readonly account_id: string;
}

/**
 * The surveys of the demo: the quarterly one with two rounds behind it and one that runs, the one after cases, and a draft.
 * What people answered is written by save-demo-answers for the invitations that are `answered` here.
 */
export const saveDemoSurveys = async (
  tx: Tx,
  tenantId: string,
  keyIds: readonly string[],
  day: DayNumber,
): Promise<void> => {
  const departments = await saveDemoDepartments(tx, tenantId);
  await giveAddresses(tx, tenantId, keyIds);
  const { rows: people } = await sql<Person>`
    select p.person_id, p.account_id from "position" p
    join person n on n.tenant_id = p.tenant_id and n.id = p.person_id and not n.is_placeholder
    where p.tenant_id = ${tenantId}::uuid and p.account_id = any(${[...keyIds]}::uuid[]) and p.ends_on is null
      and p.work_email is not null
    order by array_position(${[...keyIds]}::uuid[], p.account_id), n.name, p.person_id`.execute(tx);
  const closed = await listClosedCases(tx, tenantId, keyIds, day);
  const askedAfterCase = new Set(closed.map(({ person_id }) => person_id));
  const random = seededRandom(20_261_122);
  const quarterly = await saveSurvey(tx, tenantId, "relationship", "running", departments, day);
  for (const [index, round] of rounds.entries()) {
    const isOpen = index === rounds.length - 1;
    const openedOn = day - round.daysAgo;
    // Who was asked after a case has their rest from the quarterly survey.
    const asked = index === 0 ? people : people.filter((one) => !askedAfterCase.has(one.person_id));
    const roundId = await saveRound(tx, tenantId, quarterly, {
      number: index + 1,
      openedOn,
      closesOn: openedOn + 21,
      eligible: asked.length,
      isOpen,
    });
    await saveInvitations(tx, tenantId, roundId, openedOn, asked, random, round);
    if (isOpen)
      await sql`update survey set next_round_on = ${nextRoundOn("quarterly", isoFromDayNumber(openedOn))}::date
        where tenant_id = ${tenantId}::uuid and id = ${quarterly.id}::uuid`.execute(tx);
  }
  const afterCase = await saveSurvey(tx, tenantId, "after_case", "running", departments, day);
  const afterCaseId = await saveRound(tx, tenantId, afterCase, {
    number: 1,
    openedOn: day - 60,
    closesOn: day + 30,
    eligible: 0,
    isOpen: true,
  });
  for (const one of closed) await saveAfterCase(tx, tenantId, afterCaseId, one, random);
  await saveSurvey(tx, tenantId, "onboarding", "draft", departments, day);
};

interface ClosedCase extends Person {
  readonly case_id: string;
  readonly closed_at: Date;
}

/** The newest closed case of each person, of the time the survey after cases has been running. */
const listClosedCases = async (
  tx: Tx,
  tenantId: string,
  keyIds: readonly string[],
  day: DayNumber,
): Promise<ClosedCase[]> => {
  const { rows } = await sql<ClosedCase>`
    select distinct on (c.person_id) c.person_id, c.account_id, c.id as case_id, c.closed_at
    from service_case c
    where c.tenant_id = ${tenantId}::uuid and c.status = 'closed' and c.person_id is not null
      and c.account_id = any(${[...keyIds]}::uuid[]) and c.closed_at >= ${isoFromDayNumber(day - 58)}::date
      and c.closed_at < ${isoFromDayNumber(day - 1)}::date
    order by c.person_id, c.closed_at desc, c.id`.execute(tx);
  return rows;
};

const saveAfterCase = async (
  tx: Tx,
  tenantId: string,
  roundId: string,
  { person_id, account_id, case_id, closed_at }: ClosedCase,
  random: SeededRandom,
): Promise<void> => {
  const sentAt = new Date(closed_at.getTime() + 3_600_000);
  const isAnswered = random.uniform() < 0.65;
  const answeredAt = new Date(sentAt.getTime() + random.uniform() * 20 * 3_600_000);
  await tx
    .insertInto("survey_invitation")
    .values({
      tenant_id: tenantId,
      id: newId(),
      round_id: roundId,
      account_id,
      person_id,
      case_id,
      status: isAnswered ? "answered" : "sent",
      planned_on: closed_at.toISOString().slice(0, 10),
      sent_at: sentAt,
      opened_at: isAnswered ? answeredAt : null,
      answered_at: isAnswered ? answeredAt : null,
      created_at: closed_at,
    })
    .execute();
};

/** Work addresses for nearly all the people of the key accounts; nobody's real ones. */
const giveAddresses = async (
  tx: Tx,
  tenantId: string,
  keyIds: readonly string[],
): Promise<void> => {
  await sql`
    update "position" p set work_email = c.address, email_key = c.address
    from (
      select j.id, regexp_replace(lower(n.pinyin), '[^a-z]', '', 'g') || row_number() over (order by n.name, j.id)
        || '@customer.example' as address, row_number() over (order by n.name, j.id) as place
      from "position" j join person n on n.tenant_id = j.tenant_id and n.id = j.person_id and not n.is_placeholder
      where j.tenant_id = ${tenantId}::uuid and j.account_id = any(${[...keyIds]}::uuid[])
    ) c where p.tenant_id = ${tenantId}::uuid and p.id = c.id and p.work_email is null and c.place % 12 <> 0`.execute(
    tx,
  );
};

interface SavedSurvey {
  readonly id: string;
  readonly template: SurveyTemplateKey;
  readonly questions: readonly FrozenQuestion[];
}

const saveSurvey = async (
  tx: Tx,
  tenantId: string,
  template: SurveyTemplateKey,
  status: "running" | "draft",
  departments: Readonly<Record<DemoDepartment, string>>,
  day: DayNumber,
): Promise<SavedSurvey> => {
  const shipped = surveyTemplates[template];
  const id = newId();
  const questions = shipped.questions.map((question, index): FrozenQuestion => {
    const about = askedAbout[template][index] ?? null;
    return {
      options: [],
      rows: [],
      isRequired: false,
      isOverall: false,
      segments: [],
      ...question,
      id: newId(),
      position: index + 1,
      departmentId: about === null ? null : departments[about],
    };
  });
  const at = new Date(`${isoFromDayNumber(day - 200)}T02:00:00Z`);
  await tx
    .insertInto("survey")
    .values({
      tenant_id: tenantId,
      id,
      title: JSON.stringify(shipped.title),
      introduction: JSON.stringify(shipped.introduction),
      thanks: JSON.stringify(shipped.thanks),
      status,
      is_anonymous: shipped.isAnonymous,
      rhythm: shipped.rhythm,
      sampling: JSON.stringify(shipped.sampling),
      created_at: at,
      updated_at: at,
    })
    .execute();
  await writeQuestions(tx, tenantId, id, questions);
  return { id, template, questions };
};

const saveRound = async (
  tx: Tx,
  tenantId: string,
  survey: SavedSurvey,
  round: {
    number: number;
    openedOn: DayNumber;
    closesOn: DayNumber;
    eligible: number;
    isOpen: boolean;
  },
): Promise<string> => {
  const id = newId();
  await tx
    .insertInto("survey_round")
    .values({
      tenant_id: tenantId,
      id,
      survey_id: survey.id,
      number: round.number,
      opened_on: isoFromDayNumber(round.openedOn),
      closes_on: isoFromDayNumber(round.closesOn),
      seed: 1_000 + round.number,
      eligible: round.eligible,
      questions: JSON.stringify(survey.questions),
      sampling: JSON.stringify(surveyTemplates[survey.template].sampling),
      is_anonymous: false,
      closed_at: round.isOpen
        ? null
        : new Date(`${isoFromDayNumber(round.closesOn + 1)}T00:15:00+08:00`),
      created_at: new Date(`${isoFromDayNumber(round.openedOn)}T01:30:00Z`),
    })
    .execute();
  return id;
};

const saveInvitations = async (
  tx: Tx,
  tenantId: string,
  roundId: string,
  openedOn: DayNumber,
  people: readonly Person[],
  random: SeededRandom,
  share: (typeof rounds)[number],
): Promise<void> => {
  const at = (days: number, hour: number) =>
    `${isoFromDayNumber(openedOn + days)}T${String(hour).padStart(2, "0")}:20:00Z`;
  const longest = Math.min(18, share.daysAgo);
  await copyInto(
    tx,
    "survey_invitation",
    "tenant_id id round_id account_id person_id status planned_on sent_at opened_at answered_at reminders created_at".split(
      " ",
    ),
    people.map(({ person_id, account_id }) => {
      const status = drawStatus(random.uniform() * 100, share);
      const days = Math.floor(random.uniform() * longest);
      const hasOpened = status === "answered" || status === "opened" || status === "declined";
      return [
        tenantId,
        newId(),
        roundId,
        account_id,
        person_id,
        status,
        isoFromDayNumber(openedOn),
        status === "bounced" ? null : at(0, 2),
        hasOpened ? at(days, 3) : null,
        status === "answered" ? at(days, 4) : null,
        status !== "bounced" && days >= 5 ? (days >= 10 ? 2 : 1) : 0,
        at(0, 1),
      ];
    }),
  );
};

const drawStatus = (
  roll: number,
  { answered, opened, bounced, declined }: (typeof rounds)[number],
): InvitationStatus => {
  if (roll < answered) return "answered";
  if (roll < answered + opened) return "opened";
  if (roll < answered + opened + bounced) return "bounced";
  return roll < answered + opened + bounced + declined ? "declined" : "sent";
};
