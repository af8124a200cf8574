import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { accountSearchText } from "../account/account-search-text.ts";
import { settleAccounts } from "../order/settle-accounts.ts";
import { personSearchText } from "../person/person-search-text.ts";
import { newId } from "../platform/clock/new-id.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { DemoOrder, DemoPortfolio } from "./demo-portfolio.ts";
import type { DemoTeam } from "./save-demo-team.ts";

/** Exponents of currencies that have no hundredths. */
const minorDigits: Readonly<Record<string, number>> = { JPY: 0 };

interface Ids {
  accounts: Map<string, string>;
  products: Map<string, string>;
}

/** The base currency's worth of an amount at the rate in force on the order's day. */
const converter =
  ({ rates }: DemoPortfolio) =>
  (minor: number, order: DemoOrder): number => {
    if (order.currency === "CNY") return minor;
    const rate = rates.findLast(
      (row) => row.currency === order.currency && row.fromDay <= order.day,
    )?.rate;
    if (rate === undefined) throw new Error(`no rate for ${order.currency}`);
    return Math.round(minor * rate * 10 ** (2 - (minorDigits[order.currency] ?? 2)));
  };

/** Minor units of the order's own currency: the generator draws hundredths. */
const inCurrency = (hundredths: number, currency: string): number =>
  Math.round(hundredths / 10 ** (2 - (minorDigits[currency] ?? 2)));

/** Puts the demo's customers, people, goods and trade into an empty workspace; answers the accounts' ids. */
export const saveDemoPortfolio = async (
  tx: Tx,
  tenantId: TenantId,
  demo: DemoPortfolio,
  team: DemoTeam,
): Promise<string[]> => {
  const ids: Ids = {
    accounts: new Map(demo.accounts.map(({ number }) => [number, newId()])),
    products: new Map(demo.products.map(({ number }) => [number, newId()])),
  };
  await saveRates(tx, tenantId, demo);
  await saveParties(tx, tenantId, demo, team, ids);
  await saveTrade(tx, tenantId, demo, ids);
  const accountIds = [...ids.accounts.values()];
  await settleAccounts(tx, tenantId, accountIds);
  return accountIds;
};

const saveRates = async (tx: Tx, tenantId: TenantId, { rates }: DemoPortfolio): Promise<void> => {
  await copyInto(
    tx,
    "exchange_rate",
    ["tenant_id", "currency", "from_on", "rate"],
    rates.map(({ currency, fromDay, rate }) => [
      tenantId,
      currency,
      isoFromDayNumber(fromDay),
      rate,
    ]),
  );
};

const saveParties = async (
  tx: Tx,
  tenantId: TenantId,
  demo: DemoPortfolio,
  team: DemoTeam,
  { accounts, products }: Ids,
): Promise<void> => {
  const columns =
    "tenant_id id external_id name short_name industry region kinds manager_user_id backup_user_id sponsor_user_id pinyin initials name_key search_text search_bigrams parent_id";
  await copyInto(
    tx,
    "account",
    columns.split(" "),
    demo.accounts.map((account, index) => {
      const found = accountSearchText({
        name: account.name,
        shortName: account.shortName,
        externalId: account.number,
      });
      const [manager, backup] = [team.managers[index % 4], team.managers[(index + 1) % 4]];
      return [
        tenantId,
        accounts.get(account.number),
        account.number,
        account.name,
        account.shortName,
        account.industry,
        account.region,
        account.isKey ? ["economic"] : [],
        manager,
        account.isKey ? backup : null,
        account.isKey && index < 8 ? team.sponsor : null,
        found.pinyin,
        found.initials,
        found.name_key,
        found.search_text,
        found.search_bigrams,
        account.parentNumber ? accounts.get(account.parentNumber) : null,
      ];
    }),
  );
  await copyInto(
    tx,
    "account_standing",
    ["tenant_id", "account_id"],
    [...accounts.values()].map((id) => [tenantId, id]),
  );
  // Key accounts get a whole decision chain instead (save-demo-chains.ts).
  const small = demo.accounts.filter(({ isKey }) => !isKey);
  const people = small.flatMap((account) =>
    account.people.map((person) => ({
      ...person,
      personId: newId(),
      accountId: accounts.get(account.number),
    })),
  );
  await copyInto(
    tx,
    "person",
    ["tenant_id", "id", "name", "pinyin", "initials", "name_key", "search_text", "search_bigrams"],
    people.map(({ personId, name }) => {
      const found = personSearchText({ name });
      return [
        tenantId,
        personId,
        name,
        found.pinyin,
        found.initials,
        found.name_key,
        found.search_text,
        found.search_bigrams,
      ];
    }),
  );
  await copyInto(
    tx,
    "position",
    ["tenant_id", "id", "person_id", "account_id", "title", "department"],
    people.map(({ personId, accountId, title, department }) => [
      tenantId,
      newId(),
      personId,
      accountId,
      title,
      department,
    ]),
  );
  await copyInto(
    tx,
    "product",
    ["tenant_id", "id", "external_id", "name", "category"],
    demo.products.map(({ number, name, category }) => [
      tenantId,
      products.get(number),
      number,
      name,
      category,
    ]),
  );
};

const saveTrade = async (
  tx: Tx,
  tenantId: TenantId,
  demo: DemoPortfolio,
  { accounts, products }: Ids,
): Promise<void> => {
  const convert = converter(demo);
  const orders = demo.orders.map((order) => {
    const lines = order.lines.map((line) => ({
      ...line,
      netMinor: inCurrency(line.priceMinor * line.quantity, order.currency),
      costMinor: inCurrency(line.costMinor, order.currency),
    }));
    const sum = (of: "netMinor" | "costMinor") =>
      lines.reduce((total, line) => total + line[of], 0);
    return {
      ...order,
      lines,
      id: newId(),
      on: isoFromDayNumber(order.day),
      net: sum("netMinor"),
      cost: sum("costMinor"),
    };
  });
  await copyInto(
    tx,
    "sales_order",
    "tenant_id id external_id account_id kind ordered_on booked_on refers_to currency net_minor cost_minor base_net_minor base_cost_minor line_count".split(
      " ",
    ),
    orders.map((order) => [
      tenantId,
      order.id,
      order.number,
      accounts.get(order.accountNumber),
      order.isReturn ? "return" : "order",
      order.on,
      order.on,
      order.refersTo,
      order.currency,
      order.net,
      order.cost,
      convert(order.net, order),
      convert(order.cost, order),
      order.lines.length,
    ]),
  );
  await copyInto(
    tx,
    "order_line",
    "tenant_id ordered_on order_id line_no account_id product_id quantity unit_price net_minor cost_minor base_net_minor".split(
      " ",
    ),
    orders.flatMap((order) =>
      order.lines.map((line, index) => [
        tenantId,
        order.on,
        order.id,
        index + 1,
        accounts.get(order.accountNumber),
        products.get(line.product),
        line.quantity,
        inCurrency(line.priceMinor, order.currency) / 10 ** (minorDigits[order.currency] ?? 2),
        line.netMinor,
        line.costMinor,
        convert(line.netMinor, order),
      ]),
    ),
  );
  const sales = orders.filter(({ isReturn }) => !isReturn);
  const dayOrNull = (day: number | null) => (day === null ? null : isoFromDayNumber(day));
  await copyInto(
    tx,
    "invoice",
    "tenant_id id external_id account_id order_external_id issued_on due_on paid_on currency amount_minor base_amount_minor".split(
      " ",
    ),
    sales.map((order) => [
      tenantId,
      newId(),
      order.number.replace("SO", "INV"),
      accounts.get(order.accountNumber),
      order.number,
      order.on,
      isoFromDayNumber(order.dueDay),
      dayOrNull(order.paidDay),
      order.currency,
      order.net,
      convert(order.net, order),
    ]),
  );
  await copyInto(
    tx,
    "payment",
    "tenant_id id external_id account_id invoice_external_id paid_on currency amount_minor base_amount_minor".split(
      " ",
    ),
    sales.flatMap((order) =>
      order.paidDay === null
        ? []
        : [
            [
              tenantId,
              newId(),
              order.number.replace("SO", "PAY"),
              accounts.get(order.accountNumber),
              order.number.replace("SO", "INV"),
              isoFromDayNumber(order.paidDay),
              order.currency,
              order.net,
              convert(order.net, order),
            ],
          ],
    ),
  );
  await copyInto(
    tx,
    "delivery",
    "tenant_id id external_id account_id order_external_id promised_on delivered_on is_complete is_error_free".split(
      " ",
    ),
    sales.map((order) => [
      tenantId,
      newId(),
      order.number.replace("SO", "DLV"),
      accounts.get(order.accountNumber),
      order.number,
      isoFromDayNumber(order.promisedDay),
      dayOrNull(order.deliveredDay),
      order.deliveredDay === null ? null : true,
      order.deliveredDay === null ? null : true,
    ]),
  );
};
