import type { CaseEventKind } from "@mainstay/domain/case/case-kind";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

export interface CaseEventWanted {
  readonly tenantId: string;
  readonly caseId: string;
  readonly kind: CaseEventKind;
  readonly at: Date;
  /** Which of us did it; null for the customer and for the product. */
  readonly byUserId?: string | null;
  readonly byPersonId?: string | null;
  /** Whether the customer reads it on their page; not unless told. */
  readonly isPublic?: boolean;
  readonly words?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Adds an entry to a case's timeline, in the transaction of what happened; entries are never changed. Gives its id. */
export const recordCaseEvent = async (tx: Tx, event: CaseEventWanted): Promise<string> => {
  const id = newId();
  await tx
    .insertInto("case_event")
    .values({
      tenant_id: event.tenantId,
      id,
      case_id: event.caseId,
      kind: event.kind,
      at: event.at,
      by_user_id: event.byUserId ?? null,
      by_person_id: event.byPersonId ?? null,
      is_public: event.isPublic ?? false,
      words: event.words ?? "",
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute();
  return id;
};
