import { accountColumns } from "./party-fields.ts";
import {
  dayCell,
  flagCell,
  moneyCell,
  type RecordField,
  recordField,
  textCell,
} from "./record-field.ts";

const currencyColumn = recordField(
  "currency",
  { as: "currency" },
  "currency currencycode ccy 币种 币别",
);
const orderColumn = recordField(
  "orderId",
  textCell(100),
  "orderid orderno ordernumber 订单号 订单编号 销售单号 关联订单",
);

/** Columns of an invoice list. */
export const invoiceFields: readonly RecordField[] = [
  recordField(
    "externalId",
    textCell(100),
    "invoiceid invoiceno invoicenumber invoice id number 发票号 发票号码 发票编号 单号 编号",
    { required: true },
  ),
  ...accountColumns,
  orderColumn,
  recordField("issuedOn", dayCell, "invoicedate issuedon issuedate date 开票日期 发票日期 日期", {
    required: true,
  }),
  recordField("dueOn", dayCell, "duedate dueon due 到期日 到期日期 应付日期 应收日期"),
  recordField(
    "paidOn",
    dayCell,
    "settleddate paiddate paidon paymentdate 付款日期 回款日期 收款日期 结清日期",
  ),
  recordField("amount", moneyCell, "amount invoiceamount total 金额 发票金额 开票金额 价税合计", {
    hints: "amount 金额",
    excludes: "tax 税额",
    required: true,
  }),
  currencyColumn,
  recordField("isDisputed", flagCell, "disputed isdisputed 有争议 争议 是否争议"),
];

/** Columns of a payment list. */
export const paymentFields: readonly RecordField[] = [
  recordField(
    "externalId",
    textCell(100),
    "paymentid paymentno receiptno id number 收款单号 回款单号 付款单号 流水号 编号",
  ),
  ...accountColumns,
  recordField(
    "invoiceId",
    textCell(100),
    "invoiceid invoiceno invoicenumber invoice 发票号 发票号码 关联发票",
  ),
  recordField(
    "paidOn",
    dayCell,
    "paidon paymentdate paiddate date 收款日期 回款日期 付款日期 到账日期 日期",
    { required: true },
  ),
  recordField("amount", moneyCell, "amount paymentamount paid 金额 收款金额 回款金额 付款金额", {
    hints: "amount 金额",
    required: true,
  }),
  currencyColumn,
];

/** Columns of a delivery list. */
export const deliveryFields: readonly RecordField[] = [
  recordField(
    "externalId",
    textCell(100),
    "deliveryid deliveryno shipmentid orderid id number 发货单号 交货单号 送货单号 单号 编号",
    { required: true },
  ),
  ...accountColumns,
  orderColumn,
  recordField(
    "promisedOn",
    dayCell,
    "promisedon promised requireddate promiseddate duedate 承诺交期 要求交期 要求日期 约定交期 交货期",
  ),
  recordField(
    "deliveredOn",
    dayCell,
    "deliveredon delivered shippeddate deliverydate deliveredat 实际交期 交货日期 发货日期 送达日期 签收日期",
  ),
  recordField("isComplete", flagCell, "iscomplete complete 完整交付 是否完整 数量齐全"),
  recordField("isErrorFree", flagCell, "iserrorfree errorfree freeoferrors 无差错 是否无误"),
];
