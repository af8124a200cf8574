import { dayCell, moneyCell, type RecordField, recordField, textCell } from "./record-field.ts";

const accountNumbers = `account accountid accountno accountcode accountnumber customerid customerno customercode
  customernumber custid custno cust clientid clientno 客户编号 客户编码 客户代码 客户号 客户id 客商编码 购货单位编码`;
const companyNames = `accountname customername companyname clientname company customer 客户名称 客户名 客户全称
  公司名称 单位名称 企业名称 客商名称 客户`;

/** The customer a fact belongs to: by our number, by name, or both. */
export const accountColumns: readonly RecordField[] = [
  recordField(
    "account",
    textCell(200),
    `${accountNumbers} customer client 客户 客户名称 公司名称 单位名称 客商名称`,
    {
      hints: "customer account 客户",
      excludes: "type group city manager phone mail address date 类型 地址 电话 经理 日期",
      required: true,
    },
  ),
  recordField("accountName", textCell(200), companyNames),
];

const accountKindWords = {
  economic: ["economic", "经济大客户", "经济"],
  important: ["important", "重要客户", "重要"],
  group: ["group", "集团客户", "集团"],
  strategic: ["strategic", "战略客户", "战略"],
  channel: ["channel", "渠道", "渠道客户", "经销商"],
} as const;

/** Columns of a customer list. */
export const accountFields: readonly RecordField[] = [
  recordField("externalId", textCell(100), `${accountNumbers} id code number 编号 编码 代码`),
  recordField("name", textCell(200), `${companyNames} name account 名称 全称`, { required: true }),
  recordField("shortName", textCell(60), "shortname alias 简称 客户简称"),
  recordField(
    "uscc",
    textCell(40),
    "uscc unifiedsocialcreditcode creditcode taxid 统一社会信用代码 社会信用代码 信用代码 税号 纳税人识别号",
  ),
  recordField(
    "kinds",
    { as: "words", words: accountKindWords },
    "kinds kind accountkind 客户类别 类别 客户类型",
  ),
  recordField("industry", textCell(100), "industry sector 行业 所属行业"),
  recordField("region", textCell(100), "region province city 区域 地区 省份 大区 城市"),
  recordField("country", textCell(100), "country countrycode 国家 国别"),
  recordField("size", textCell(60), "size employees 规模 人员规模 企业规模"),
  recordField(
    "parent",
    textCell(200),
    "parent parentid parentaccount subsidiaryof group 上级客户 母公司 上级单位 集团 所属集团",
  ),
  recordField(
    "ownershipPercent",
    { as: "number", least: 0, most: 100, whole: false },
    "ownership ownershippercent 持股比例 控股比例",
  ),
  recordField(
    "contractStartOn",
    dayCell,
    "contractstart contractstarton 合同开始 合同开始日期 合同起始日 签约日期",
  ),
  recordField(
    "contractEndOn",
    dayCell,
    "contractend contractendon 合同结束 合同到期 合同结束日期 合同到期日 合同截止日",
  ),
  recordField("creditLimit", moneyCell, "creditlimit 信用额度 授信额度"),
  recordField(
    "paymentTermsDays",
    { as: "number", least: 0, most: 3650, whole: true },
    "paymentterms paymenttermsdays terms 账期 付款天数 信用期 账期天",
  ),
  recordField("currency", { as: "currency" }, "currency 币种 结算币种"),
  recordField(
    "managerEmail",
    textCell(200),
    "manageremail manager owneremail 客户经理邮箱 负责人邮箱",
  ),
  recordField("backupEmail", textCell(200), "backupemail 备份经理邮箱 后备经理邮箱"),
  recordField("sponsorEmail", textCell(200), "sponsoremail 高管赞助人邮箱 赞助人邮箱"),
];

/** Roles a list can give; a coach is named by the three tests only. */
const buyingRoleWords = {
  economic_buyer: [
    "economic_buyer",
    "economic buyer",
    "eb",
    "最高决策者",
    "最高决策者（EB）",
    "拍板人",
  ],
  technical: ["technical", "technical buyer", "tb", "技术把关", "技术把关人"],
  user: ["user", "user buyer", "ub", "使用者", "使用人"],
  gatekeeper: ["gatekeeper", "把关人", "守门人"],
} as const;

/** Columns of a contact list: business facts only, so that a column of notes finds no place. */
export const contactFields: readonly RecordField[] = [
  recordField(
    "externalId",
    textCell(100),
    "contactid personid contactno number 联系人编号 人员编号 编号",
  ),
  recordField(
    "name",
    textCell(100),
    "contactname fullname personname contact name 联系人 姓名 联系人姓名 名称",
    { required: true },
  ),
  ...accountColumns,
  recordField("title", textCell(100), "title jobtitle contacttitle position 职务 职位 岗位 头衔"),
  recordField("department", textCell(100), "department dept 部门"),
  recordField(
    "workPhone",
    textCell(40),
    "phone workphone mobile tel telephone 电话 手机 联系电话 办公电话",
  ),
  recordField("workEmail", textCell(200), "email mail workemail 工作邮箱 邮箱 电子邮箱 邮件"),
  recordField(
    "startsOn",
    dayCell,
    "startson since startdate inthejobsince 任职日期 入职日期 任职开始",
  ),
  recordField(
    "endsOn",
    dayCell,
    "endson until enddate inthejobuntil leftdate 离任日期 离职日期 任职结束 任职结束日期",
  ),
  recordField(
    "reportsTo",
    textCell(100),
    "reportsto superior supervisor boss 汇报给 汇报对象 上级 直属上级 直接上级",
  ),
  recordField(
    "buyingRole",
    { as: "words", words: buyingRoleWords },
    "buyingrole purchaserole decisionrole 采购角色 决策角色",
  ),
];

/** Columns of a product list. */
export const productFields: readonly RecordField[] = [
  recordField(
    "externalId",
    textCell(100),
    "productid productcode sku productno itemcode itemno stockcode materialno id code number 产品编号 产品编码 商品编码 商品编号 物料编码 货号 存货编码 编码 编号",
    { required: true },
  ),
  recordField(
    "name",
    textCell(300),
    "productname name description desc itemname 产品名称 商品名称 物料名称 品名 存货名称 名称 产品",
  ),
  recordField(
    "category",
    textCell(100),
    "category categoryid productcategory series 产品类别 类别 品类 产品线 分类",
  ),
  recordField("unit", textCell(40), "unit uom quantityperunit 单位 计量单位"),
];
