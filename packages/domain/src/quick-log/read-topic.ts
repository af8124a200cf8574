import type { Span, Topic } from "./quick-log-reading.ts";

/** What customers and key account managers talk about. */
const subjects =
  /交货期|交期|交付|交货|发货|物流|运费|价格|报价|降价|涨价|折扣|返点|返利|账期|付款|回款|货款|欠款|对账|发票|开票|质量|品质|不良率?|良率|索赔|退货|换货|样品|打样|试样|试产|试用|测试|认证|验厂|审厂|续约|续签|合同|框架协议|协议|招标|投标|中标|标书|竞品|竞争对手|竞标|新品|新产品|新项目|产能|扩产|产线|库存|备货|缺货|断货|订单|加单|减单|用量|预测|规格|技术方案|技术|图纸|工艺|方案|售后|服务|培训|维修|保养|驻场|系统对接|环保|安全|预算|立项|采购计划|年度计划|人事变动|换人|接班|\b(?:delivery(?: dates?| times?)?|lead times?|shipments?|shipping|logistics|freight|prices?|pricing|quotes?|quotations?|discounts?|rebates?|payments?(?: terms?)?|invoices?|receivables?|quality|defects?|claims?|returns?|samples?|trials?|testing|certification|audit|renewals?|contracts?|agreements?|tenders?|bids?|competitors?|competition|new products?|capacity|expansion|stock|inventory|forecast|orders?|volumes?|specifications?|specs|drawings?|after-sales|support|training|maintenance|budget|reorgani[sz]ation)\b/g;

const about =
  /(?:谈了?一?下?|聊了?一?下?|讨论了?一?下?|沟通了?一?下?|商量了?|商讨了?|关于|介绍了?|汇报了?|反馈了?|问了?(?=[^题候])|(?:\b(?:about|regarding|concerning|discuss(?:ed|ing)?|reviewed)\s+(?:the |our |their )?))([^,;!?。、\n]{2,24})/;

const leading = /^[的是说他她们对方客户也又还，\s]+/;

/** What it was about: the subjects named, or else what stands after 谈了 or "about", with the clause around the first. */
export const readTopic = (text: string, line: string, clauses: readonly Span[]): Topic | null => {
  const named = [...text.matchAll(subjects)];
  const first = named[0];
  if (first) {
    const span = { from: first.index, to: first.index + first[0].length };
    const words = [
      ...new Set(named.map((one) => line.slice(one.index, one.index + one[0].length))),
    ];
    const isChinese = /[\u4e00-\u9fff]/.test(words[0] ?? "");
    return {
      value: words.slice(0, 4).join(isChinese ? "、" : ", "),
      span,
      clause: clauseAround(line, span, clauses),
    };
  }
  const said = about.exec(text);
  if (!said) return null;
  const object = (said[1] ?? "").trimEnd();
  const from = said.index + said[0].length - (said[1] ?? "").length;
  const value = line
    .slice(from, from + object.length)
    .replace(leading, "")
    .trim();
  if (value === "") return null;
  const start =
    from + object.length - line.slice(from, from + object.length).replace(leading, "").length;
  const span = { from: start, to: start + value.length };
  return { value, span, clause: clauseAround(line, span, clauses) };
};

const clauseAround = (line: string, { from }: Span, clauses: readonly Span[]): string => {
  const around = clauses.find((clause) => clause.from <= from && from < clause.to);
  return around ? line.slice(around.from, around.to).trim() : "";
};
