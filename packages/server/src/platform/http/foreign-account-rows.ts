import type { ForeignIds, ForeignRow } from "./foreign-ids.ts";

/** Accounts, what they buy and how they are judged; `mark` in every text. */
export const foreignAccountRows = (ids: ForeignIds, mark: string): readonly ForeignRow[] => [
  ["account", { id: ids.accountId, name: mark, manager_user_id: ids.userId }],
  ["account_standing", { account_id: ids.accountId }],
  ["product", { id: ids.productId, external_id: mark, name: mark }],
  [
    "sales_order",
    {
      id: ids.orderId,
      external_id: mark,
      account_id: ids.accountId,
      kind: "order",
      ordered_on: "2026-01-01",
      booked_on: "2026-01-01",
      currency: "CNY",
      net_minor: 1,
      base_net_minor: 1,
    },
  ],
  [
    "invoice",
    {
      id: ids.invoiceId,
      external_id: mark,
      account_id: ids.accountId,
      issued_on: "2026-01-01",
      currency: "CNY",
      amount_minor: 1,
      base_amount_minor: 1,
    },
  ],
  [
    "import_batch",
    {
      id: ids.importId,
      kind: "order",
      status: "checked",
      file_name: mark,
      file_bytes: 1,
      file_sha256: "x",
      stored_as: "x",
    },
  ],
  [
    "evaluation_run",
    { id: ids.runId, trigger: "demand", scope: "all", status: "done", as_of: "2026-01-01" },
  ],
  [
    "segment_move",
    { id: ids.moveId, account_id: ids.accountId, to_segment: "core", status: "proposed" },
  ],
  ["project", { id: ids.projectId, account_id: ids.accountId, name: mark }],
  ["pause", { id: ids.pauseId, from_on: "2026-01-01", to_on: "2026-01-02", reason: mark }],
  ["department", { id: ids.departmentId, name: mark }],
];
