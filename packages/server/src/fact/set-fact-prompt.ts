import {
  dayNumberFromIso,
  isoFromDayNumber,
  type IsoDay,
} from "@mainstay/domain/calendar/day-number";
import { type FactPromptState, putOffDays } from "@mainstay/domain/fact/ask-next-visit";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getPersonState, type PersonState } from "./fact-papers.ts";

/** Takes a question up for the next visit, puts it off, notes that the person did not wish to say, or forgets all that. */
export const setFactPrompt = (
  context: Context,
  of: { readonly personId: string; readonly kind: FactKind },
  wish: {
    readonly state: FactPromptState | "open";
    readonly putOffUntil?: IsoDay | null | undefined;
  },
): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId, actor, today } = context;
    const { personId, kind } = of;
    demandAskable(await getPersonState(tx, tenantId, personId));
    const until =
      wish.state === "put_off"
        ? (wish.putOffUntil ?? isoFromDayNumber((dayNumberFromIso(today) ?? 0) + putOffDays))
        : null;
    if (wish.state === "open") {
      await sql`delete from fact_prompt where tenant_id = ${tenantId}::uuid and person_id = ${personId}::uuid
        and kind = ${kind}`.execute(tx);
    } else {
      await sql`
        insert into fact_prompt (tenant_id, person_id, kind, state, put_off_until, set_by, set_at)
        values (${tenantId}::uuid, ${personId}::uuid, ${kind}, ${wish.state}, ${until}::date, ${actor.userId}::uuid, ${context.now})
        on conflict (tenant_id, person_id, kind) do update
        set state = excluded.state, put_off_until = excluded.put_off_until, set_by = excluded.set_by, set_at = excluded.set_at`.execute(
        tx,
      );
    }
    const subject = { kind: "person", id: personId };
    await recordAudit(tx, context, "fact.prompt_set", subject, { kind, state: wish.state });
  });

const demandAskable = ({ isRestricted, isPlaceholder }: PersonState): void => {
  if (isRestricted) throw new AppError("fact.person_restricted");
  if (isPlaceholder) throw new AppError("fact.person_is_placeholder");
};
