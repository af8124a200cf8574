import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";

/** What the audit is narrowed to; held in the address. */
export interface AuditSearch extends Record<string, unknown> {
  user?: string;
  from?: string;
  to?: string;
}

const asDay = (value: unknown) =>
  typeof value === "string" && dayNumberFromIso(value) !== null ? value : undefined;

export const readAuditSearch = (search: Record<string, unknown>): AuditSearch => {
  const from = asDay(search["from"]);
  const to = asDay(search["to"]);
  const user = search["user"];
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(typeof user === "string" && /^[0-9a-f-]{36}$/.test(user) && { user }),
  };
};
