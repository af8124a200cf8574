import type { TokenScope } from "@mainstay/domain/access/token-scope";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { hashSecret, newSecret, writeAccessToken } from "../platform/access/credential.ts";
import type { Context } from "../platform/access/context.ts";
import { demandSession } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { AppError } from "../platform/http/app-error.ts";
import { insertAccessToken } from "./access-token-queries.ts";
import { presentAccessToken } from "./access-token-view.ts";

const longestDays = 731;

/** Makes a key for a program. It never exceeds its user's rights; its secret is shown once and only the hash kept. */
export const createAccessToken = (
  context: Context,
  input: { name: string; scopes: TokenScope[]; expiresOn: string | null },
) => {
  demandSession(context);
  const expiresAt = input.expiresOn === null ? null : endOf(context.today, input.expiresOn);
  return context.write(async (tx) => {
    const secret = newSecret();
    const id = newId();
    const row = await insertAccessToken(tx, context.tenantId, {
      id,
      userId: context.actor.userId,
      name: input.name,
      hash: hashSecret(secret),
      scopes: input.scopes,
      createdAt: context.now,
      expiresAt,
    });
    const { name, scopes, expiresOn } = input;
    const subject = { kind: "access_token", id };
    await recordAudit(tx, context, "access_token.created", subject, { name, scopes, expiresOn });
    return { token: presentAccessToken(row), secret: writeAccessToken(context.tenantId, secret) };
  });
};

/** The last moment of the day it expires on; that day must lie after today and within two years. */
const endOf = (today: string, expiresOn: string): Date => {
  const [from, until] = [dayNumberFromIso(today), dayNumberFromIso(expiresOn)];
  if (from === null || until === null || until <= from || until > from + longestDays) {
    throw new AppError("token.expiry_invalid");
  }
  return new Date(`${isoFromDayNumber(until + 1)}T00:00:00Z`);
};
