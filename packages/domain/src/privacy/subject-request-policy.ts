import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import {
  isActingRequest,
  type SubjectRequestKind,
  type SubjectRequestStatus,
} from "./subject-request-kind.ts";

export interface SubjectRequestFacts {
  readonly kind: SubjectRequestKind;
  readonly status: SubjectRequestStatus;
  readonly hasPerson: boolean;
}

const closed: readonly SubjectRequestStatus[] = ["done", "refused"];

/**
 * What the actor may do with a request in its present state. Nothing is handed out or changed before it is certain who
 * asks; an act on a person needs to know the person. A refusal needs no identity, but its reason (Article 50).
 */
export const subjectRequestAbilities = (actor: Actor, request: SubjectRequestFacts) => {
  const manages = isPermitted(actor, "privacy.manage");
  const isOpen = !closed.includes(request.status);
  return {
    checkIdentity: manages && isOpen,
    carryOut:
      manages &&
      request.status === "identity_checked" &&
      (request.hasPerson || !isActingRequest(request.kind)),
    refuse: manages && isOpen,
  };
};
