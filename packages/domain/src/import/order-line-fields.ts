import type { ImportField } from "./map-columns.ts";

/** The columns an order file can carry. */
export const orderLineFieldNames = [
  "account",
  "accountName",
  "date",
  "amount",
  "quantity",
  "price",
  "orderId",
  "refersTo",
  "product",
  "cost",
  "unitCost",
  "currency",
  "dueOn",
  "paidOn",
] as const;
export type OrderLineField = (typeof orderLineFieldNames)[number];

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/**
 * How each column is recognised: names that settle it, words that hint at it, words that rule it out, and
 * what its cells must look like. Names are compared after `normaliseHeader`, best first.
 */
export const orderLineFields: readonly ImportField<OrderLineField>[] = [
  {
    field: "account",
    names: words(
      `account accountid accountno accountcode accountnumber customerid customerno customercode
       customernumber custid custno custcode customer cust clientid clientno clientcode client
       buyerid buyer cid id company companyid soldto soldtoparty
       客户编号 客户编码 客户代码 客户号 客户id 客户编码号 客商编码 购货单位编码 会员编号 会员号
       客户 客户简称 客户名称 客户名 客户全称 购货单位 购货方 购买方 买方 单位名称 往来单位 公司名称 客商名称 经销商 经销商名称 会员`,
    ),
    hints: words("customer account client cust buyer 客户 购货单位 客商 经销商"),
    excludes: words(
      "type group city country since tier level manager rep phone mail address 类型 类别 等级 级别 地址 电话 经理 城市 行业 来源 地区 区域 状态",
    ),
    cells: "text",
  },
  {
    field: "accountName",
    names: words(
      "accountname customername custname clientname companyname buyername 客户名称 客户名 客户全称 客户简称 公司名称 客商名称 购货单位名称",
    ),
    hints: [],
    excludes: [],
    cells: "text",
  },
  {
    field: "date",
    names: words(
      `date orderdate orderedon orderday orderedat purchasedate transactiondate transdate txndate
       invoicedate salesdate saledate billingdate documentdate docdate postingdate day ts timestamp datetime closedate
       下单日期 订单日期 下单时间 订单时间 购买日期 交易日期 交易时间 销售日期 开票日期 发票日期 单据日期 制单日期 业务日期 出库日期 发货日期 签约日期 成交日期 日期 时间`,
    ),
    hints: words("date 日期 时间 day time"),
    excludes: words(
      "due ship paid paiddate settle settled required deliver delivery birth create created update modified paperless end expire engage 到期 付款 收款 回款 生日 创建 更新 修改 交货 要求 截止",
    ),
    cells: "day",
  },
  {
    field: "amount",
    names: words(
      `amount netamount orderamount totalamount lineamount salesamount invoiceamount net netsales netvalue
       sales revenue rev turnover total totalprice linetotal ordertotal subtotal value ordervalue dollarvalue
       spend monetary monetaryvalue dollars closevalue gmv
       金额 订单金额 销售额 销售金额 不含税金额 未税金额 净额 净销售额 成交金额 成交额 交易金额 应收金额 开票金额 发票金额 含税金额 价税合计 总金额 总额 合计 合计金额 小计 订单总额 实付金额 支付金额 消费金额 收入 营业额 采购额 货款`,
    ),
    hints: words("amount revenue sales 金额 销售额 总额 合计"),
    excludes: words(
      "cost tax discount target budget due paid rep person 成本 税额 折扣 优惠 目标 预算 已付 已收 未收 欠款 人员 单价",
    ),
    cells: "number",
  },
  {
    field: "quantity",
    names: words(
      "quantity qty units unitssold pieces pcs count numberofcds orderqty orderquantity 数量 订购数量 销售数量 订单数量 件数 台数 购买数量",
    ),
    hints: words("quantity qty 数量"),
    excludes: [],
    cells: "number",
  },
  {
    field: "price",
    names: words(
      "price unitprice priceeach listprice salesprice sellingprice netprice 单价 销售单价 未税单价 含税单价 价格 售价",
    ),
    hints: words("unitprice 单价"),
    excludes: words("total cost 成本 总"),
    cells: "number",
  },
  {
    field: "orderId",
    names: words(
      `orderid orderno ordernumber ordernr invoice invoiceid invoiceno invoicenumber documentno docno
       receipt receiptno transactionid txnid billno salesorder so sono
       订单号 订单编号 订单id 单号 单据号 单据编号 发票号 发票号码 交易号 交易单号 销售单号 合同号 合同编号 流水号`,
    ),
    hints: words("orderid orderno invoiceno 订单号 单号"),
    excludes: words("original 原"),
    cells: "text",
  },
  {
    field: "refersTo",
    names: words(
      "refersto originalorder originalorderid originalinvoice reference refinvoice returnof 原订单号 原单号 原发票号 关联订单 关联单号 退货原单号",
    ),
    hints: [],
    excludes: [],
    cells: "text",
  },
  {
    field: "product",
    names: words(
      `product productid productcode productno productname sku stockcode item itemid itemno itemcode itemname article articleno material materialno
       category productcategory productfamily description
       产品类别 商品类别 产品线 品类 产品大类 产品 产品编号 产品编码 产品名称 商品 商品编号 商品编码 商品名称 物料 物料编码 物料号 物料名称 货号 品名 存货编码 存货名称 型号`,
    ),
    hints: words("product 产品 商品 物料"),
    excludes: words("count number price cost quantity 数量 单价 价格 成本"),
    cells: "text",
  },
  {
    field: "cost",
    names: words("cost totalcost costamount cogs linecost 成本 成本金额 总成本 销售成本 成本额"),
    hints: [],
    excludes: [],
    cells: "number",
  },
  {
    field: "unitCost",
    names: words(
      "unitcost costprice standardcost purchaseprice 单位成本 成本单价 成本价 进价 进货价",
    ),
    hints: [],
    excludes: [],
    cells: "number",
  },
  {
    field: "currency",
    names: words("currency currencycode curr ccy 币种 币别 货币 结算币种 币种代码"),
    hints: [],
    excludes: [],
    cells: "text",
  },
  {
    field: "dueOn",
    names: words(
      "duedate dueon paymentdue paymentduedate 到期日 到期日期 应付日期 应收日期 账期到期日 付款到期日",
    ),
    hints: [],
    excludes: [],
    cells: "day",
  },
  {
    field: "paidOn",
    names: words(
      "paiddate paidon paidat settleddate paymentdate datepaid cleareddate 付款日期 回款日期 收款日期 到账日期 实际付款日 结清日期",
    ),
    hints: [],
    excludes: [],
    cells: "day",
  },
];
