import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";

/** Plans are changed by whose they are; whoever of us takes part may log the contact as well. */
export const calendarEntryAbilities = (
  actor: Actor,
  entry: {
    readonly ownerUserId: string;
    readonly ourUserIds: readonly string[];
    readonly accountId: string | null;
  },
) => {
  const isOwner = entry.ownerUserId === actor.userId;
  const takesPart = isOwner || entry.ourUserIds.includes(actor.userId);
  return {
    edit: isOwner && isPermitted(actor, "calendar.edit"),
    log: takesPart && entry.accountId !== null && isPermitted(actor, "interaction.log"),
  };
};

/** The first and last day that can be planned: the lunar tables end in 2100. */
export const plannableDays = { first: "2000-01-01", last: "2099-12-31" } as const;
