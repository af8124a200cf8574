import type { SubjectRequestView } from "@mainstay/contract/subject-request";
import type { SubjectRequestKind } from "@mainstay/domain/privacy/subject-request-kind";
import { seesPerson } from "../consent/consent-queries.ts";
import { withdrawAllConsents } from "../consent/withdraw-all-consents.ts";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { erasePerson } from "../privacy/erase-person.ts";
import { objectToProfiling } from "../privacy/object-to-profiling.ts";
import { restrictPerson } from "../privacy/restrict-person.ts";
import { workOnRequest } from "./work-on-request.ts";

/** It is certain who asks, and about whom. */
export const checkIdentity = (
  context: Context,
  requestId: string,
  { how, personId }: { how: string; personId?: string | undefined },
): Promise<SubjectRequestView> =>
  workOnRequest(context, requestId, {
    act: "checkIdentity",
    done: "identity_checked",
    run: async (tx) => {
      if (personId && !(await seesPerson(tx, context.tenantId, personId)))
        throw new AppError("person.not_found");
      return {
        status: "identity_checked",
        identity_checked: how,
        identity_checked_by: context.actor.userId,
        ...(personId ? { person_id: personId } : {}),
      };
    },
  });

type Act = (tx: Tx, context: Context, personId: string, requestId: string) => Promise<unknown>;

/** What is done to the data by the kind of the request; the others are answered in words. */
const acts: Readonly<Partial<Record<SubjectRequestKind, Act>>> = {
  erase: erasePerson,
  restrict: restrictPerson,
  object_profiling: objectToProfiling,
  withdraw: withdrawAllConsents,
};

/** Does what was asked, in the transaction that closes the request. After an erasure the request names nobody. */
export const carryOutRequest = (
  context: Context,
  requestId: string,
  reply: string,
): Promise<SubjectRequestView> =>
  workOnRequest(context, requestId, {
    act: "carryOut",
    done: "carried_out",
    run: async (tx, before) => {
      const act = acts[before.kind];
      if (act && before.person) await act(tx, context, before.person.id, requestId);
      return {
        status: "done",
        reply,
        handled_by: context.actor.userId,
        closed_at: context.now,
        ...(before.kind === "erase" ? { words: "" } : {}),
      };
    },
  });

/** Refuses with the reason (Article 50). */
export const refuseRequest = (
  context: Context,
  requestId: string,
  reason: string,
): Promise<SubjectRequestView> =>
  workOnRequest(context, requestId, {
    act: "refuse",
    done: "refused",
    run: async () => ({
      status: "refused",
      refusal_reason: reason,
      handled_by: context.actor.userId,
      closed_at: context.now,
    }),
  });
