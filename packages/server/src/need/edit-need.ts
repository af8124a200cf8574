import type { NeedView, needs } from "@mainstay/contract/need";
import type { z } from "zod";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import { demandNeedParties } from "./demand-need-parties.ts";
import { workOnNeed, worthColumns } from "./work-on-need.ts";

type Change = z.output<NonNullable<typeof needs.edit.body>>;

/** Corrects what is known of a need. A hidden one becomes explicit on the day it is said so; never the other way. */
export const editNeed = (context: Context, needId: string, change: Change): Promise<NeedView> =>
  workOnNeed(context, needId, async (tx, need) => {
    if (!need.can.edit) throw new AppError("need.not_allowed_now");
    if (change.visibility === "hidden" && need.visibility === "explicit")
      throw new AppError("need.already_explicit");
    await demandNeedParties(tx, context.tenantId, need.account.id, change);
    const becomesExplicit = change.visibility === "explicit" && need.visibility === "hidden";
    const columns = {
      title: change.title,
      description: change.description,
      level: change.level,
      visibility: change.visibility,
      became_explicit_on: becomesExplicit ? context.today : undefined,
      person_id: change.personId,
      owner_user_id: change.ownerUserId,
      department_id: change.departmentId,
      project_id: change.projectId,
    };
    return {
      done: "edited",
      change: {
        ...Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)),
        ...worthColumns(change),
      },
      // Which fields, not what they say: a need may be a person's own.
      detail: {
        fields: Object.keys(change).filter((name) => change[name as keyof Change] !== undefined),
      },
    };
  });
