import { expect, test } from "vitest";
import { readingWorld, writeReading } from "./reading-table.ts";
import { readQuickLog } from "./read-quick-log.ts";

// Line | sort | account | people | day (2026 unless said) | kind | answered | topic | mood | next steps @ due. A dash says: not read.
const table = `
今天和张总吃饭，他担心交期，下周三给方案 | contact | wanhua | 张总=zw | 11-18 | meal | - | 交期 | worried | 给方案@11-25
昨天拜访万华李主任，谈续约，月底前报价，3天后回访 | contact | wanhua | 李主任=lm | 11-17 | visit | - | 续约 | - | 报价@11-30 + 回访@11-21
下周三拜访王总 | plan | wanhua/bj | 王总=wq/wf | 11-25 | visit | - | - | - | -
周三拜访王经理聊价格 | contact | bj | 王经理=wf | 11-18 | visit | - | 价格 | - | -
上周三给赵总打电话没接 | contact | bj | 赵总=zq | 11-11 | call | unanswered | - | - | -
电话约王芳下周三见面 | contact | bj | 王芳=wf | - | call | - | - | - | 约王芳见面@11-25
昨天拜访王总下周三给方案 | contact | wanhua/bj | 王总=wq/wf | 11-17 | visit | - | - | - | 给方案@11-25
明天给恒通发报价 | steps | bj | - | - | - | - | 报价 | - | 给恒通发报价@11-19
5号和欧阳总微信沟通质量问题，不满意，节后再约 | contact | acme | 欧阳总=an | 11-05 | message | - | 质量 | upset | 再约@2027-01-04
万华评审会，李工说样品不合格，很生气 | contact | wanhua | 李工=ln | - | meeting | - | 样品 | upset | -
前天在万华开会讨论年度计划 | contact | wanhua | - | 11-16 | meeting | - | 年度计划 | - | -
大前天走访北京恒通机械 | contact | bj | - | 11-15 | visit | - | - | - | -
昨晚和张伟喝茶，聊到续签合同，他很满意 | contact | wanhua | 张伟=zw | 11-17 | meal | - | 续签、合同 | pleased | -
上周五参加行业论坛碰到赵强 | contact | bj | 赵强=zq | 11-13 | event | - | - | - | -
上上周五拜访万华 | contact | wanhua | - | 11-06 | visit | - | - | - | -
本周一拜访万华化学李明，对方不满交货慢 | contact | wanhua | 李明=lm | 11-16 | visit | - | 交货 | upset | -
星期天和张总打电话 | contact | wanhua | 张总=zw | 11-15 | call | - | - | - | -
礼拜二去恒通拜访，王芳说价格太高 | contact | bj | 王芳=wf | 11-17 | visit | - | 价格 | - | -
3天前给李主任发邮件，未回复 | contact | wanhua | 李主任=lm | 11-15 | message | unanswered | - | - | -
三天前拜访张总 | contact | wanhua | 张总=zw | 11-15 | visit | - | - | - | -
两周前和王强吃饭 | contact | wanhua | 王强=wq | 11-04 | meal | - | - | - | -
１１月５日拜访万华，张总对新产品很感兴趣 | contact | wanhua | 张总=zw | 11-05 | visit | - | 新产品 | - | -
11月5号拜访李娜 | contact | wanhua | 李娜=ln | 11-05 | visit | - | - | - | -
5日下午和赵强通话，讨论付款 | contact | bj | 赵强=zq | 11-05 | call | - | 付款 | - | -
月底前给万华提交方案 | steps | wanhua | - | - | - | - | 方案 | - | 给万华提交方案@11-30
上个月15号拜访恒通 | contact | bj | - | 10-15 | visit | - | - | - | -
去年国庆前拜访过张总 | contact | wanhua | 张总=zw | 2025-09-30 | visit | - | - | - | -
2026年11月3日万华来访考察 | contact | wanhua | - | 11-03 | visit | - | - | - | -
11/5 与王芳视频会议 | contact | bj | 王芳=wf | 11-05 | meeting | - | - | - | -
刚才李主任来电，问交期 | contact | wanhua | 李主任=lm | 11-18 | call | - | 交期 | - | -
刚和张总通电话，他对报价满意 | contact | wanhua | 张总=zw | 11-18 | call | - | 报价 | pleased | -
今天上午拜访恒通王经理，谈账期和折扣 | contact | bj | 王经理=wf | 11-18 | visit | - | 账期、折扣 | - | -
今天拜访李工，样品测试通过，他很高兴 | contact | wanhua | 李工=ln | 11-18 | visit | - | 样品、测试 | pleased | -
今天打电话给张总，没人接 | contact | wanhua | 张总=zw | 11-18 | call | unanswered | - | - | -
今天给李主任发微信，没回 | contact | wanhua | 李主任=lm | 11-18 | message | unanswered | - | - | -
昨天电话联系赵强，打不通 | contact | bj | 赵强=zq | 11-17 | call | unanswered | - | - | -
昨天拜访王芳不在公司 | contact | bj | 王芳=wf | 11-17 | visit | unanswered | - | - | -
昨天和李明开会，5个工作日内提交图纸 | contact | wanhua | 李明=lm | 11-17 | meeting | - | - | - | 提交图纸@11-25
今天和万华开评审会，下周一前给整改方案，月底前复审 | contact | wanhua | - | 11-18 | meeting | - | - | - | 给整改方案@11-23 + 复审@11-30
今天拜访张总，约好下周五请他吃饭 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | 请他吃饭@11-27
今天高层会晤，董总和张总谈战略合作 | contact | wanhua | 董总=? + 张总=zw | 11-18 | executive_meeting | - | 战略合作 | - | -
上周四高管一对一，张伟认可我们的服务 | contact | wanhua | 张伟=zw | 11-12 | executive_meeting | - | 服务 | pleased | -
今天参加展会，见到李娜 | contact | wanhua | 李娜=ln | 11-18 | event | - | - | - | -
昨天请赵强吃火锅，气氛很好 | contact | bj | 赵强=zq | 11-17 | meal | - | - | pleased | -
今天和张总打电话，他抱怨发货慢，要求赔偿 | contact | wanhua | 张总=zw | 11-18 | call | - | 发货 | upset | -
今天拜访恒通，王芳失望 | contact | bj | 王芳=wf | 11-18 | visit | - | - | upset | -
昨天与张总通话，他不再担心交期 | contact | wanhua | 张总=zw | 11-17 | call | - | 交期 | - | -
今天拜访张总，一开始担心价格，后来很满意 | contact | wanhua | 张总=zw | 11-18 | visit | - | 价格 | pleased | -
今天和李主任沟通，没有不满 | contact | wanhua | 李主任=lm | 11-18 | - | - | - | - | -
今天拜访万华，他们下周三付款 | contact | wanhua | - | 11-18 | visit | - | 付款 | - | -
今天拜访万华，客户月底验收 | contact | wanhua | - | 11-18 | visit | - | - | - | -
今天拜访万华，他要我们下周三给方案 | contact | wanhua | - | 11-18 | visit | - | - | - | 他要我们给方案@11-25
今天拜访万华，要求降价 | contact | wanhua | - | 11-18 | visit | - | 降价 | - | -
下周三和张总吃饭 | plan | wanhua | 张总=zw | 11-25 | meal | - | - | - | -
明天上午去恒通拜访王芳 | plan | bj | 王芳=wf | 11-19 | visit | - | - | - | -
后天给李主任打电话 | plan | wanhua | 李主任=lm | 11-20 | call | - | - | - | -
大后天万华开会 | plan | wanhua | - | 11-21 | meeting | - | - | - | -
下周一上午拜访张总，谈续约 | plan | wanhua | 张总=zw | 11-23 | visit | - | 续约 | - | -
下下周二走访恒通 | plan | bj | - | 12-01 | visit | - | - | - | -
月底拜访万华 | plan | wanhua | - | 11-30 | visit | - | - | - | -
准备周五拜访张总 | plan | wanhua | 张总=zw | 11-20 | visit | - | - | - | -
约了赵强周四见面 | plan | bj | 赵强=zq | 11-19 | visit | - | - | - | -
计划5号拜访李工 | plan | wanhua | 李工=ln | 12-05 | visit | - | - | - | -
12月3日和张总开会 | plan | wanhua | 张总=zw | 12-03 | meeting | - | - | - | -
周五拜访张总，准备样品 | contact | wanhua | 张总=zw | 11-13 | visit | - | - | - | 准备样品@?
下周三给张总方案 | steps | wanhua | 张总=zw | - | - | - | 方案 | - | 给张总方案@11-25
3天后给李主任寄样品 | steps | wanhua | 李主任=lm | - | - | - | 样品 | - | 给李主任寄样品@11-21
节后拜访张总 | plan | wanhua | 张总=zw | 2027-01-04 | visit | - | - | - | -
国庆后拜访李工 | contact | wanhua | 李工=ln | 10-08 | visit | - | - | - | -
元旦后回访万华 | plan | wanhua | - | 2027-01-04 | visit | - | - | - | -
年底前完成续约 | steps | - | - | - | - | - | 续约 | - | 完成续约@12-31
本周五前给王芳报价 | steps | bj | 王芳=wf | - | - | - | 报价 | - | 给王芳报价@11-20
下个月3号给恒通开票 | steps | bj | - | - | - | - | 开票 | - | 给恒通开票@12-03
尽快给张总发合同 | steps | wanhua | 张总=zw | - | - | - | 合同 | - | 尽快给张总发合同@?
记得给李主任寄样品 | steps | wanhua | 李主任=lm | - | - | - | 样品 | - | 给李主任寄样品@?
今天拜访张总，下一步：周五前提交报价 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | 提交报价@11-20
今天拜访张总，需要给他发图纸 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | 给他发图纸@?
今天拜访张总，我们要安排验厂 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | 安排验厂@?
今天拜访张总，答应下周三给样品 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | 给样品@11-25
今天拜访张总，承诺月底前交货 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | 交货@11-30
今天拜访张总，然后再约李工 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | 再约李工@?
今天拜访张总，两周后回访，月底前签合同 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | 回访@12-02 + 签合同@11-30
今天拜访张总，明天发会议纪要，后天寄样品，下周一回访 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | 发会议纪要@11-19 + 寄样品@11-20 + 回访@11-23
张总说质量不错 | contact | wanhua | 张总=zw | - | - | - | 质量 | - | -
李主任担心产能 | contact | wanhua | 李主任=lm | - | - | - | 产能 | worried | -
万华续约谈判 | contact | wanhua | - | - | - | - | 续约 | - | -
和老王通了电话 | contact | wanhua/bj | 老王=wq/wf | - | call | - | - | - | -
找小李确认图纸 | contact | wanhua | 小李=lm/ln | - | - | - | 图纸 | - | -
给王老师发邮件 | contact | wanhua/bj | 王老师=wq/wf | - | message | - | - | - | -
拜访张女士 | contact | wanhua | 张女士=zw | - | visit | - | - | - | -
拜访孙总 | contact | - | 孙总=? | - | visit | - | - | - | -
和刘经理吃饭 | contact | - | 刘经理=? | - | meal | - | - | - | -
张伟总今天来访 | contact | wanhua | 张伟总=zw | 11-18 | visit | - | - | - | -
今天拜访张总、李主任、李工 | contact | wanhua | 张总=zw + 李主任=lm + 李工=ln | 11-18 | visit | - | - | - | -
今天和王总、赵总开会 | contact | bj | 王总=wf + 赵总=zq | 11-18 | meeting | - | - | - | -
今天和万华王总开会 | contact | wanhua | 王总=wq | 11-18 | meeting | - | - | - | -
今天和恒通王总开会 | contact | bj | 王总=wf | 11-18 | meeting | - | - | - | -
欧阳女士来电投诉物流 | contact | acme | 欧阳女士=an | - | call | - | 物流 | upset | -
wanhua 今天拜访，谈样品 | contact | wanhua | - | 11-18 | visit | - | 样品 | - | -
今天去万华化学集团拜访 | contact | wanhua | - | 11-18 | visit | - | - | - | -
北京恒通今天来电，询问库存 | contact | bj | - | 11-18 | call | - | 库存 | - | -
恒通机械的赵强昨天来访 | contact | bj | 赵强=zq | 11-17 | visit | - | - | - | -
今天拜访Acme的John Smith | contact | acme | John Smith=js | 11-18 | visit | - | - | - | -
今天和Acme开电话会议，讨论定价 | contact | acme | - | 11-18 | meeting | - | 定价 | - | -
今天拜访万华，周三他们验收了 | contact | wanhua | - | 11-18 | visit | - | - | - | -
周三给王芳发了邮件 | contact | bj | 王芳=wf | 11-18 | message | - | - | - | -
星期五拜访张总 | contact | wanhua | 张总=zw | 11-13 | visit | - | - | - | -
上星期五拜访张总 | contact | wanhua | 张总=zw | 11-13 | visit | - | - | - | -
这周一拜访张总 | contact | wanhua | 张总=zw | 11-16 | visit | - | - | - | -
这个星期二拜访张总 | contact | wanhua | 张总=zw | 11-17 | visit | - | - | - | -
下个星期二拜访张总 | plan | wanhua | 张总=zw | 11-24 | visit | - | - | - | -
下礼拜四拜访张总 | plan | wanhua | 张总=zw | 11-26 | visit | - | - | - | -
半个月前拜访张总 | contact | wanhua | 张总=zw | 11-03 | visit | - | - | - | -
一个月前拜访张总 | contact | wanhua | 张总=zw | 10-18 | visit | - | - | - | -
十五号拜访张总 | contact | wanhua | 张总=zw | 11-15 | visit | - | - | - | -
二十号和张总开会 | plan | wanhua | 张总=zw | 11-20 | meeting | - | - | - | -
二十五号拜访张总 | plan | wanhua | 张总=zw | 11-25 | visit | - | - | - | -
上月28号拜访恒通 | contact | bj | - | 10-28 | visit | - | - | - | -
上周拜访万华 | contact | wanhua | - | 11-13 | visit | - | - | - | -
周末和张总打球喝茶 | contact | wanhua | 张总=zw | 11-14 | meal | - | - | - | -
今天拜访张总 下周三给方案 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | 给方案@11-25
今天拜访张总。下周三给方案。 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | 给方案@11-25
今天拜访张总！对方很满意！ | contact | wanhua | 张总=zw | 11-18 | visit | - | - | pleased | -
　今天　拜访　张总 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | -
昨天在5号楼拜访张总 | contact | wanhua | 张总=zw | 11-17 | visit | - | - | - | -
昨天拜访张总，3号线产能不足 | contact | wanhua | 张总=zw | 11-17 | visit | - | 产能 | - | -
今天和李娜讨论3.5万元的报价，下周三确认 | contact | wanhua | 李娜=ln | 11-18 | - | - | 报价 | - | 确认@11-25
给张总留了言 | contact | wanhua | 张总=zw | - | message | unanswered | - | - | -
今天约李主任，占线 | contact | wanhua | 李主任=lm | 11-18 | call | unanswered | - | - | -
昨天发短信给王芳，已读未回 | contact | bj | 王芳=wf | 11-17 | message | unanswered | - | - | -
今天见了王强，谈竞品，他犹豫 | contact | wanhua | 王强=wq | 11-18 | visit | - | 竞品 | worried | -
今天和张总聊天 | contact | wanhua | 张总=zw | 11-18 | - | - | - | - | -
今天下雨 | contact | - | - | 11-18 | - | - | - | - | -
拜访 | contact | - | - | - | visit | - | - | - | -
张总 | contact | wanhua | 张总=zw | - | - | - | - | - | -
下周三 | plan | - | - | 11-25 | - | - | - | - | -
今天拜访张总，他对交期不放心，下周内给排产计划 | contact | wanhua | 张总=zw | 11-18 | visit | - | 交期 | worried | 给排产计划@11-27
前天请李主任喝咖啡，聊新项目立项 | contact | wanhua | 李主任=lm | 11-16 | meal | - | 新项目、立项 | - | -
今天陪同张总参观产线，反应平淡 | contact | wanhua | 张总=zw | 11-18 | visit | - | 产线 | neutral | -
上周三例会，李娜提出图纸修改 | contact | wanhua | 李娜=ln | 11-11 | meeting | - | 图纸 | - | -
昨天王强来电催货，很着急 | contact | wanhua | 王强=wq | 11-17 | call | - | - | worried | -
今天和王芳、赵强聚餐 | contact | bj | 王芳=wf + 赵强=zq | 11-18 | meal | - | - | - | -
今天给张总打电话，约下周二上午拜访 | contact | wanhua | 张总=zw | 11-18 | call | - | - | - | 约上午拜访@11-24
11月12日至11月14日在恒通驻场 | contact | bj | - | 11-12 | visit | - | 驻场 | - | -
今天拜访万华，周五前回复价格，下周三寄样品，月底前签合同 | contact | wanhua | - | 11-18 | visit | - | - | - | 回复价格@11-20 + 寄样品@11-25 + 签合同@11-30
今天拜访张总，他希望我们3天内给报价 | contact | wanhua | 张总=zw | 11-18 | visit | - | - | - | 他希望我们给报价@11-21
`;

const rows = table
  .trim()
  .split("\n")
  .map((row) => {
    const [line = "", ...said] = row.split(" | ");
    return { line, said: said.join(" | ") };
  });

test.for(rows)("$line", ({ line, said }) => {
  expect(writeReading(readQuickLog(line, readingWorld))).toBe(said);
});

test("the table of Chinese lines is whole", () => {
  expect(rows.length).toBeGreaterThanOrEqual(146);
});
