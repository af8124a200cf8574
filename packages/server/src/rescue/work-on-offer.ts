import type { RescueOfferView, RescueView } from "@mainstay/contract/rescue";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import { beyondSight } from "../approval/beyond-sight.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getRescueView } from "./rescue-view.ts";
import { lockRescue } from "./work-on-rescue.ts";

/** The offer with its rescue, both locked; refuses what its present state does not allow. */
const lockOffer = async (
  tx: Tx,
  context: Context,
  offerId: string,
  act: keyof RescueOfferView["can"],
): Promise<{ rescue: RescueView; offer: RescueOfferView }> => {
  const { rows } = await sql<{ rescue_id: string }>`
    select rescue_id from rescue_offer where tenant_id = ${context.tenantId}::uuid and id = ${offerId}::uuid`.execute(
    tx,
  );
  if (!rows[0]) throw new AppError("rescue.offer_not_found");
  const rescue = await lockRescue(tx, context, rows[0].rescue_id, "offer");
  const offer = rescue.offers.find(({ id }) => id === offerId);
  if (!offer?.can[act]) throw new AppError("rescue.not_allowed_now");
  return { rescue, offer };
};

const change = async (
  tx: Tx,
  context: Context,
  { id, version }: RescueOfferView,
  columns: Readonly<Record<string, unknown>>,
) => {
  await tx
    .updateTable("rescue_offer")
    .set({ ...columns, version: version + 1 })
    .where("tenant_id", "=", context.tenantId)
    .where("id", "=", id)
    .execute();
};

/** Refuses a day that is still to come, or one before what must come first. */
const demandDay = (context: Context, day: IsoDay, earliest: IsoDay): void => {
  if (day > context.today) throw new AppError("rescue.day_in_future", { today: context.today });
  if (day < earliest) throw new AppError("rescue.day_out_of_order", { earliest });
};

/** The offer was made to the customer on a day. */
export const makeOffer = (context: Context, offerId: string, madeOn: IsoDay): Promise<RescueView> =>
  context.write(async (tx) => {
    const { rescue, offer } = await lockOffer(tx, context, offerId, "make");
    demandDay(context, madeOn, rescue.openedOn);
    await change(tx, context, offer, { status: "made", made_on: madeOn });
    await recordAudit(
      tx,
      context,
      "rescue.offer_made",
      { kind: "rescue", id: rescue.id },
      {
        accountId: rescue.account.id,
        offer: offer.kind,
        on: madeOn,
      },
    );
    return getRescueView(tx, context.actor, rescue.id);
  });

/** What the customer answered; only an accepted offer costs anything. */
export const answerOffer = (
  context: Context,
  offerId: string,
  said: { answer: "accepted" | "declined"; answeredOn: IsoDay; note?: string | undefined },
): Promise<RescueView> =>
  context.write(async (tx) => {
    const { rescue, offer } = await lockOffer(tx, context, offerId, "answer");
    demandDay(context, said.answeredOn, offer.madeOn ?? rescue.openedOn);
    await change(tx, context, offer, {
      status: said.answer,
      answered_on: said.answeredOn,
      answer_note: said.note || null,
    });
    await recordAudit(
      tx,
      context,
      "rescue.offer_answered",
      { kind: "rescue", id: rescue.id },
      {
        accountId: rescue.account.id,
        offer: offer.kind,
        answer: said.answer,
      },
    );
    return getRescueView(tx, context.actor, rescue.id);
  });

/** Takes an offer back; what waits for a decision on it is withdrawn with it. */
export const withdrawOffer = (context: Context, offerId: string): Promise<RescueView> =>
  context.write(async (tx) => {
    const { tenantId, actor, now } = context;
    const { rescue, offer } = await lockOffer(tx, context, offerId, "withdraw");
    await change(tx, context, offer, { status: "withdrawn" });
    if (offer.approvalId !== null)
      await beyondSight(tx, async () => {
        await sql`
          update approval set status = 'withdrawn', decided_by = ${actor.userId}::uuid, decided_at = ${now}::timestamptz,
            version = version + 1
          where tenant_id = ${tenantId}::uuid and id = ${offer.approvalId}::uuid and status = 'pending'`.execute(
          tx,
        );
      });
    await recordAudit(
      tx,
      context,
      "rescue.offer_withdrawn",
      { kind: "rescue", id: rescue.id },
      {
        accountId: rescue.account.id,
        offer: offer.kind,
      },
    );
    return getRescueView(tx, actor, rescue.id);
  });
