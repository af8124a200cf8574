import type { MapNode } from "@mainstay/contract/relationship-map";
import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import { dayNumberFromIso, type IsoDay } from "@mainstay/domain/calendar/day-number";
import { assumedInfluence, type Influence } from "@mainstay/domain/influence/influence";
import type { Stance } from "@mainstay/domain/stance/stance";
import {
  type DatedJudgement,
  isDisagreement,
  isJudgementStale,
  standingJudgements,
} from "@mainstay/domain/stance/standing-stance";
import { freshness } from "@mainstay/domain/relationship/freshness";
import type { JobRow } from "./map-queries.ts";
import type { PersonContacts } from "./contacts-of-people.ts";

/** What is known about one person by the day, gathered for their node. */
export interface PersonOnMap {
  readonly role: BuyingRole | null;
  readonly stances: readonly (DatedJudgement & { readonly stance: Stance })[];
  readonly influences: readonly (DatedJudgement & { readonly influence: Influence })[];
  readonly contacts: PersonContacts | undefined;
  readonly superiorPersonId: string | null;
}

const profileOf = (job: JobRow, seesProfiles: boolean): MapNode["profile"] => {
  if (job.is_restricted) return "restricted";
  if (job.no_profiling) return "objected";
  return seesProfiles ? "shown" : "not_yours";
};

const stanceOf = (
  { stances }: PersonOnMap,
  projectId: string | null,
  asOf: IsoDay,
): MapNode["stance"] => {
  const standing = standingJudgements(stances, projectId);
  const [newest] = standing;
  return newest
    ? {
        stance: newest.stance,
        assessedOn: newest.assessedOn,
        freshness: freshness(
          (dayNumberFromIso(asOf) ?? 0) - (dayNumberFromIso(newest.assessedOn) ?? 0),
        ),
        isStale: isJudgementStale(newest.assessedOn, asOf),
        isDisputed: isDisagreement(standing.map(({ stance }) => stance)),
      }
    : null;
};

/** One person in their job as the map draws them; the profile only where it may be used and the reader may come near it. */
export const toMapNode = (
  job: JobRow,
  known: PersonOnMap,
  frame: {
    readonly asOf: IsoDay;
    readonly projectId: string | null;
    readonly seesProfiles: boolean;
  },
): MapNode => {
  const { asOf, projectId, seesProfiles } = frame;
  const profile = profileOf(job, seesProfiles);
  const [influence] = standingJudgements(known.influences, projectId);
  const isShown = profile === "shown";
  const isMeasured = isShown || profile === "not_yours";
  return {
    positionId: job.position_id,
    positionVersion: job.version,
    personId: job.person_id,
    name: job.name,
    title: job.title,
    department: job.department,
    superiorPersonId: known.superiorPersonId,
    isPlaceholder: job.is_placeholder,
    placeholderSince: job.placeholder_since,
    role: known.role,
    profile,
    stance: isShown ? stanceOf(known, projectId, asOf) : null,
    influence: isShown
      ? { influence: influence?.influence ?? assumedInfluence, isAssumed: influence === undefined }
      : null,
    coverage: isMeasured ? (job.is_placeholder ? 0 : (known.contacts?.coverage ?? 0)) : null,
    lastTwoWayOn: known.contacts?.lastTwoWayOn ?? null,
    ourUserIds: [...(known.contacts?.ourUserIds ?? [])],
  };
};
