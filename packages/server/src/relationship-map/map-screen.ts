import type { RelationshipMap } from "@mainstay/contract/relationship-map";
import type { TieView } from "@mainstay/contract/tie";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { isJobHeldOn } from "@mainstay/domain/relationship-map/held-on";
import { mapAbilities } from "@mainstay/domain/relationship-map/map-policy";
import { heldSuperior, superiorsOn } from "@mainstay/domain/relationship-map/superiors-on";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { listTiesOn } from "../tie/tie-queries.ts";
import { contactsOfPeople } from "./contacts-of-people.ts";
import {
  findMeasures,
  listOurUsers,
  listPlaces,
  listProjectNames,
  listWeeks,
} from "./map-frame-queries.ts";
import { toMapNode } from "./map-node.ts";
import {
  type JobRow,
  listInfluences,
  listJobs,
  listOurContacts,
  listPastSuperiors,
  listRoles,
  listStances,
  listTwoWayContacts,
  type MapFrame,
} from "./map-queries.ts";

interface Wish {
  readonly projectId?: string | undefined;
  readonly asOf?: IsoDay | undefined;
}

/**
 * The whole map of an account in one answer. Of an earlier day it is rebuilt from what is dated: jobs, lines of reporting,
 * judgements, contacts, ties; what has been deleted since, and whom the reader may not see now, stays away from it.
 */
export const getRelationshipMap = (
  context: Context,
  accountId: string,
  wish: Wish,
): Promise<RelationshipMap> =>
  context.read(async (db) => {
    const { actor, tenantId, today } = context;
    const account = await findAccount(db, tenantId, accountId);
    if (!account) throw new AppError("account.not_found");
    const asOf = wish.asOf ?? today;
    if (asOf > today) throw refuseField("asOf", "too_big", "query");
    const projectId = wish.projectId ?? null;
    const frame: MapFrame = { tenantId, accountId, asOf };
    const projects = await listProjectNames(db, frame);
    if (projectId !== null && !projects.some(({ id }) => id === projectId))
      throw refuseField("projectId", "unknown_value", "query");
    const can = mapAbilities(actor, teamOf(account));
    const nodes = await nodesOn(db, frame, projectId, can.seeProfiles);
    const onMap = new Set(nodes.map(({ personId }) => personId));
    const ties = await listTiesOn(db, frame);
    const places = await listPlaces(db, frame);
    const weeks = await listWeeks(db, frame, projectId);
    return {
      account: { id: accountId, name: account.name },
      today,
      asOf,
      projectId,
      projects,
      nodes,
      ties: ties.filter((tie: TieView) => onMap.has(tie.fromPersonId) && onMap.has(tie.toPersonId)),
      places: {
        mine: places.filter(({ isShared }) => !isShared),
        shared: places.filter(({ isShared }) => isShared),
      },
      measures:
        asOf === today ? await findMeasures(db, frame, projectId) : measuresOfWeek(weeks, asOf),
      weeks,
      ourUsers: await listOurUsers(db, tenantId, [
        ...new Set(nodes.flatMap(({ ourUserIds }) => ourUserIds)),
      ]),
      can,
    };
  });

/** The newest snapshot that counts for the day; red flags are not kept by the week. */
const measuresOfWeek = (
  weeks: Awaited<ReturnType<typeof listWeeks>>,
  asOf: IsoDay,
): RelationshipMap["measures"] => {
  const week = weeks.findLast(({ on }) => on <= asOf);
  return week ? { ...week, supportIndexBefore: null, redFlags: [] } : null;
};

/** Everybody who held a job on the day, with what was known about them then. */
const nodesOn = async (
  db: Db,
  frame: MapFrame,
  projectId: string | null,
  seesProfiles: boolean,
): Promise<RelationshipMap["nodes"]> => {
  const jobs = await listJobs(db, frame);
  const held = onePerPerson(jobs.filter((job) => isHeld(job, frame.asOf)));
  const byPosition = new Map(held.map((job) => [job.position_id, job]));
  const superiors = superiorsOn(
    jobs.map((job) => ({ positionId: job.position_id, superiorPositionId: job.reports_to_id })),
    await listPastSuperiors(db, frame),
    frame.asOf,
  );
  const stances = byPerson(await listStances(db, frame, projectId));
  const influences = byPerson(await listInfluences(db, frame, projectId));
  const roles = new Map(
    (await listRoles(db, frame, projectId)).map((one) => [one.personId, one.role]),
  );
  const contacts = contactsOfPeople(
    await listTwoWayContacts(db, frame),
    await listOurContacts(db, frame),
    frame.asOf,
  );
  return held.map((job) => {
    const superior = heldSuperior(superiors, (id) => byPosition.has(id), job.position_id);
    return toMapNode(
      job,
      {
        role: roles.get(job.person_id) ?? null,
        stances: stances.get(job.person_id) ?? [],
        influences: influences.get(job.person_id) ?? [],
        contacts: contacts.get(job.person_id),
        superiorPersonId: superior === null ? null : (byPosition.get(superior)?.person_id ?? null),
      },
      { asOf: frame.asOf, projectId, seesProfiles },
    );
  });
};

const isHeld = (job: JobRow, day: IsoDay): boolean =>
  isJobHeldOn({ startsOn: job.starts_on, endsOn: job.ends_on }, day);

/** One node a person: on the day of a move inside the house two jobs may overlap; the later one counts. */
const onePerPerson = (jobs: readonly JobRow[]): JobRow[] => {
  const kept = new Map<string, JobRow>();
  for (const job of jobs) {
    const other = kept.get(job.person_id);
    if (!other || (other.starts_on ?? "") < (job.starts_on ?? "")) kept.set(job.person_id, job);
  }
  return [...kept.values()];
};

const byPerson = <Row extends { readonly personId: string }>(
  rows: readonly Row[],
): Map<string, Row[]> => {
  const people = new Map<string, Row[]>();
  for (const row of rows) {
    const known = people.get(row.personId);
    if (known) known.push(row);
    else people.set(row.personId, [row]);
  }
  return people;
};
