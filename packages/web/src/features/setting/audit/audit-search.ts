import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";

/** What the audit is narrowed to; held in the address. */
export interface AuditSearch extends Record<string, unknown> {
  act?: string;
  user?: string;
  account?: string;
  person?: string;
  kind?: string;
  record?: string;
  from?: string;
  to?: string;
}

const asDay = (value: unknown) =>
  typeof value === "string" && dayNumberFromIso(value) !== null ? value : undefined;
const asId = (value: unknown) =>
  typeof value === "string" && /^[0-9a-f-]{36}$/.test(value) ? value : undefined;
const asText = (value: unknown, pattern: RegExp) =>
  typeof value === "string" && pattern.test(value) ? value : undefined;

export const readAuditSearch = (search: Record<string, unknown>): AuditSearch => {
  const read = {
    act: asText(search["act"], /^[a-z_]{1,40}\.[a-z_]{1,39}$/),
    user: asId(search["user"]),
    account: asId(search["account"]),
    person: asId(search["person"]),
    kind: asText(search["kind"], /^[a-z_]{1,40}$/),
    record: asText(search["record"], /^[\w:.-]{1,80}$/),
    from: asDay(search["from"]),
    to: asDay(search["to"]),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
};

/** The search as the server is asked. */
export const auditFilterOf = (search: AuditSearch) => ({
  act: search.act,
  actorUserId: search.user,
  accountId: search.account,
  personId: search.person,
  subjectKind: search.kind,
  subjectId: search.record,
  fromOn: search.from,
  toOn: search.to,
});
