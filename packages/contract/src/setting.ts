import { leapMonthHabits } from "@mainstay/domain/calendar/leap-month-habit";
import { userRoles } from "@mainstay/domain/user/user-role";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { currency, day, nothing, requiredText } from "./endpoint/wire.ts";
import { amountUnitShape, localeShape } from "./session.ts";

export const WorkspaceView = z.object({
  name: z.string(),
  locale: localeShape,
  baseCurrency: currency,
  amountUnit: amountUnitShape,
  timeZone: z.string(),
  /** How a leap-month birthday is kept in a year that has the month. */
  leapMonthHabit: z.enum(leapMonthHabits),
  /** Roles that may do nothing without a second factor. */
  secondFactorRoles: z.array(z.enum(userRoles)),
  /** Exports of more rows than this need an approval; 0 asks for none. */
  exportApprovalRows: z.int(),
  /** A look at sensitive facts needs an approval that holds so many days; 0 asks for none. */
  sensitiveApprovalDays: z.int(),
  /** The base currency can no longer change once trade is booked. */
  isCurrencyFixed: z.boolean(),
  can: z.object({ edit: z.boolean() }),
});
export type WorkspaceView = z.infer<typeof WorkspaceView>;

export const workspaces = {
  get: endpoint({
    id: "workspaces.get",
    method: "GET",
    path: "/workspace",
    allow: "setting.view",
    summary: "Name, language, currency, unit of amounts and time zone of the workspace",
    response: WorkspaceView,
  }),
  edit: endpoint({
    id: "workspaces.edit",
    method: "PATCH",
    path: "/workspace",
    allow: "setting.edit",
    summary: "Change the workspace's settings",
    body: z.object({
      name: requiredText(100).optional(),
      locale: localeShape.optional(),
      baseCurrency: currency.optional(),
      amountUnit: amountUnitShape.optional(),
      timeZone: z.string().max(60).optional(),
      leapMonthHabit: z.enum(leapMonthHabits).optional(),
      secondFactorRoles: z.array(z.enum(userRoles)).max(userRoles.length).optional(),
      exportApprovalRows: z.int().min(0).max(10_000_000).optional(),
      sensitiveApprovalDays: z.int().min(0).max(365).optional(),
    }),
    response: WorkspaceView,
  }),
};

/** A rate as decimal text, so that nothing is lost: units of the base currency for one unit of `currency`. */
export const rateText = z
  .string()
  .trim()
  .regex(/^\d{1,10}(\.\d{1,10})?$/)
  .refine((value) => Number(value) > 0);

export const ExchangeRateView = z.object({ currency, fromOn: day, rate: z.string() });
export type ExchangeRateView = z.infer<typeof ExchangeRateView>;

export const exchangeRates = {
  list: endpoint({
    id: "exchangeRates.list",
    method: "GET",
    path: "/exchange-rates",
    allow: "setting.view",
    summary: "Exchange rates by currency, newest first; a rate holds from its day on",
    response: z.object({
      baseCurrency: currency,
      items: z.array(ExchangeRateView),
    }),
  }),
  put: endpoint({
    id: "exchangeRates.put",
    method: "PUT",
    path: "/exchange-rates/:currency/:fromOn",
    allow: "exchange_rate.edit",
    summary: "Set the rate of a currency from a day on; booked trade is restated in the background",
    params: z.object({ currency, fromOn: day }),
    body: z.object({ rate: rateText }),
    response: ExchangeRateView,
  }),
  remove: endpoint({
    id: "exchangeRates.remove",
    method: "DELETE",
    path: "/exchange-rates/:currency/:fromOn",
    allow: "exchange_rate.edit",
    summary: "Remove a rate; booked trade is restated in the background",
    params: z.object({ currency, fromOn: day }),
    response: nothing,
    status: 204,
  }),
};
