import { orderLineFields } from "./order-line-fields.ts";
import { dayCell, moneyCell, type RecordField, recordField, textCell } from "./record-field.ts";

const lengths: Readonly<Record<string, number>> = { account: 200, accountName: 200, product: 100 };
const requiredFields = new Set(["account", "date"]);

/** Columns of an order file: one row an order line, or one row an order. */
export const orderFields: readonly RecordField[] = [
  ...orderLineFields
    .filter(({ field }) => field !== "dueOn" && field !== "paidOn")
    .map((column) => ({
      ...column,
      required: requiredFields.has(column.field),
      reading:
        column.cells === "day"
          ? dayCell
          : column.cells === "number"
            ? moneyCell
            : textCell(lengths[column.field] ?? 100),
    })),
  recordField(
    "type",
    {
      as: "words",
      words: {
        order: ["order", "sale", "invoice", "销售", "订单", "正常", "出库"],
        return: [
          "return",
          "refund",
          "creditnote",
          "credit",
          "cancel",
          "cancellation",
          "退货",
          "退款",
          "红字",
          "红冲",
          "冲红",
          "取消",
          "作废",
        ],
      },
    },
    "type ordertype doctype documenttype 单据类型 订单类型 业务类型 类型",
  ),
];
