import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";

export const incidentStatuses = [
  "open",
  "authority_notified",
  "persons_notified",
  "closed",
] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** Whom the generated notice addresses (Article 57). */
export const noticeAudiences = ["authority", "persons"] as const;
export type NoticeAudience = (typeof noticeAudiences)[number];

export interface IncidentFacts {
  readonly status: IncidentStatus;
  readonly authorityNotifiedAt: Date | null;
  readonly personsNotifiedAt: Date | null;
  readonly noNoticeBecause: string | null;
}

/**
 * What the actor may do with an incident. It closes when authority and persons were told, or when measures avoid the harm
 * effectively and the reason for not telling the persons is written down (Article 57).
 */
export const incidentAbilities = (actor: Actor, incident: IncidentFacts) => {
  const manages = isPermitted(actor, "privacy.manage");
  const isOpen = incident.status !== "closed";
  return {
    edit: manages && isOpen,
    notifyAuthority: manages && isOpen && incident.authorityNotifiedAt === null,
    notifyPersons: manages && isOpen && incident.personsNotifiedAt === null,
    close: manages && isOpen,
  };
};

/** Why an incident cannot be closed yet, or null. */
export const closingFault = (
  incident: IncidentFacts,
): "authority_not_notified" | "persons_not_notified" | null => {
  if (incident.authorityNotifiedAt === null) return "authority_not_notified";
  const isExcused = (incident.noNoticeBecause ?? "").trim() !== "";
  return incident.personsNotifiedAt === null && !isExcused ? "persons_not_notified" : null;
};

/** Where it stands after a step: the furthest of what has happened. */
export const incidentStatusAfter = (told: {
  readonly authority: boolean;
  readonly persons: boolean;
}): IncidentStatus =>
  told.persons ? "persons_notified" : told.authority ? "authority_notified" : "open";
