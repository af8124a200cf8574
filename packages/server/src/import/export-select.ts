import { currencyCodes, minorDecimals } from "@mainstay/domain/money/currency";
import type { RecordKind } from "@mainstay/domain/import/import-kind";
import pg from "pg";

/** The SQL of a minor amount in major units, with the decimals of its currency. */
const major = (minor: string, currency: string): string => {
  const odd = currencyCodes.filter((code) => minorDecimals(code) !== 2);
  const cases = odd.map(
    (code) =>
      `when '${code}' then round(${minor}::numeric / ${10 ** minorDecimals(code)}, ${minorDecimals(code)})`,
  );
  return `case ${currency} ${cases.join(" ")} else round(${minor}::numeric / 100, 2) end`;
};

interface ExportShape {
  readonly columns: Readonly<Record<string, string>>;
  readonly from: string;
  readonly day: string | null;
  readonly order: string;
}

const accountOf = (alias: string) =>
  `join account a on a.tenant_id = ${alias}.tenant_id and a.id = ${alias}.account_id`;
const who = { account: "coalesce(a.external_id, a.name)", accountName: "a.name" };

const shapes: Readonly<Record<RecordKind, ExportShape>> = {
  account: {
    columns: {
      externalId: "t.external_id",
      name: "t.name",
      shortName: "t.short_name",
      uscc: "t.uscc",
      kinds: "t.kinds[1]",
      industry: "t.industry",
      region: "t.region",
      country: "t.country",
      size: "t.size",
      parent: "coalesce(p.external_id, p.name)",
      ownershipPercent: "t.ownership_percent",
      contractStartOn: "t.contract_start_on",
      contractEndOn: "t.contract_end_on",
      creditLimit: major("t.credit_limit_minor", "coalesce(t.currency, '')"),
      paymentTermsDays: "t.payment_terms_days",
      currency: "t.currency",
    },
    from: "account t left join account p on p.tenant_id = t.tenant_id and p.id = t.parent_id",
    day: null,
    order: "t.pinyin, t.id",
  },
  contact: {
    columns: {
      externalId: "p.external_id",
      name: "p.name",
      ...who,
      title: "t.title",
      department: "t.department",
      workPhone: "t.work_phone",
      workEmail: "t.work_email",
      startsOn: "t.starts_on",
      endsOn: "t.ends_on",
      reportsTo: "coalesce(sp.external_id, sp.name)",
      buyingRole: "r.role",
    },
    from: `position t join person p on p.tenant_id = t.tenant_id and p.id = t.person_id ${accountOf("t")}
      left join position s on s.tenant_id = t.tenant_id and s.id = t.reports_to_id
      left join person sp on sp.tenant_id = s.tenant_id and sp.id = s.person_id
      left join buying_role r on r.tenant_id = t.tenant_id and r.account_id = t.account_id and r.person_id = t.person_id
        and r.project_id is null and r.role <> 'coach' and t.ends_on is null`,
    day: null,
    order: "a.pinyin, t.id",
  },
  product: {
    columns: {
      externalId: "t.external_id",
      name: "t.name",
      category: "t.category",
      unit: "t.unit",
    },
    from: "product t",
    day: null,
    order: "t.external_id",
  },
  order: {
    columns: {
      orderId: "o.external_id",
      ...who,
      date: "o.ordered_on",
      product: "p.external_id",
      quantity: "t.quantity",
      price: "t.unit_price",
      amount: major("t.net_minor", "o.currency"),
      cost: major("t.cost_minor", "o.currency"),
      currency: "o.currency",
      type: "o.kind",
      refersTo: "o.refers_to",
    },
    from: `order_line t join sales_order o on o.tenant_id = t.tenant_id and o.id = t.order_id
      left join product p on p.tenant_id = t.tenant_id and p.id = t.product_id ${accountOf("t")}`,
    day: "t.ordered_on",
    order: "t.ordered_on, t.order_id, t.line_no",
  },
  invoice: {
    columns: {
      externalId: "t.external_id",
      ...who,
      orderId: "t.order_external_id",
      issuedOn: "t.issued_on",
      dueOn: "t.due_on",
      paidOn: "t.paid_on",
      amount: major("t.amount_minor", "t.currency"),
      currency: "t.currency",
      isDisputed: "t.is_disputed",
    },
    from: `invoice t ${accountOf("t")}`,
    day: "t.issued_on",
    order: "t.issued_on, t.id",
  },
  payment: {
    columns: {
      externalId: "t.external_id",
      ...who,
      invoiceId: "t.invoice_external_id",
      paidOn: "t.paid_on",
      amount: major("t.amount_minor", "t.currency"),
      currency: "t.currency",
    },
    from: `payment t ${accountOf("t")}`,
    day: "t.paid_on",
    order: "t.paid_on, t.id",
  },
  delivery: {
    columns: {
      externalId: "t.external_id",
      ...who,
      orderId: "t.order_external_id",
      promisedOn: "t.promised_on",
      deliveredOn: "t.delivered_on",
      isComplete: "t.is_complete",
      isErrorFree: "t.is_error_free",
    },
    from: `delivery t ${accountOf("t")}`,
    day: "coalesce(t.promised_on, t.delivered_on)",
    order: "coalesce(t.promised_on, t.delivered_on), t.id",
  },
};

/** The fields and the SELECT of an export; `tenant` is a quoted literal, days have been checked by the contract. */
export const exportSelect = (
  kind: RecordKind,
  tenant: string,
  range: { from?: string | undefined; to?: string | undefined },
): { fields: string[]; select: string } => {
  const shape = shapes[kind];
  const conditions = [`t.tenant_id = ${tenant}::uuid`];
  if (shape.day !== null && range.from)
    conditions.push(`${shape.day} >= ${pg.escapeLiteral(range.from)}::date`);
  if (shape.day !== null && range.to)
    conditions.push(`${shape.day} <= ${pg.escapeLiteral(range.to)}::date`);
  return {
    fields: Object.keys(shape.columns),
    select: `select ${Object.values(shape.columns).join(", ")} from ${shape.from} where ${conditions.join(" and ")} order by ${shape.order}`,
  };
};
