/** What a customer needs, in a line, and what lies behind it. */
export interface NeedWords {
  readonly title: string;
  readonly description: string;
}

/** The same kind of need as other customers put it, by the place of the need in demo-needs. */
export const otherNeeds: readonly (readonly NeedWords[])[] = [
  [
    { title: "夜班停机时就近有人来修", description: "夜班只有一名电工，修不了主机。" },
    { title: "故障到场时间写进年度协议", description: "集团要求关键设备的到场时间有合同约束。" },
    { title: "关键产线要有备勤工程师", description: "三条产线共用一套设备，停一台全停。" },
    { title: "停机先要人到得快", description: "停一小时的损失抵得上一年的维保费。" },
    { title: "周末停机也有人值守", description: "周末两班生产，热线却没人接。" },
  ],
  [
    { title: "采购总监述职要用的总成本报告", description: "述职材料里只有单价，说不清省了多少。" },
    { title: "按产线拆分的用量与成本对照", description: "各产线用量差一倍，原因没人说得清。" },
    { title: "能向集团说明降本的季度报告", description: "集团每季度考核降本完成率。" },
    { title: "同行用量的参照数据", description: "总部质疑用量偏高，需要外部参照。" },
    { title: "把节能效果折成金额", description: "节电有数据，没有换算成成本。" },
  ],
  [
    { title: "改期要提前两天告诉计划员", description: "临时改期，排产要重做。" },
    { title: "订单排产进度自助查询", description: "每天三通电话只为问一句做到哪里。" },
    { title: "发货前一天推送装箱与车牌", description: "门卫放行要提前报备车牌。" },
    { title: "计划员要一张每日在制表", description: "例会上要报各供应商的在制数量。" },
    { title: "到货时间精确到上午下午", description: "收货人手只够排半天。" },
  ],
  [
    { title: "易损件由我们驻库管理", description: "仓管员退休后没有补人。" },
    { title: "盘点对不上，想改成寄售库存", description: "年中盘点差异十几项。" },
    { title: "仓库腾给新产线，想按周补货", description: "新产线占了原来的备件间。" },
    { title: "备件改由我们按用量补", description: "经常急件空运，费用说不过去。" },
    { title: "安全库存由我们来算", description: "库存定额还是五年前定的。" },
  ],
  [
    { title: "新增两条产线缺检测人手", description: "年报披露新增两条产线，检测岗位没有增加。" },
    { title: "产能翻倍后来料检验跟不上", description: "公告里检验设备投资为零。" },
    { title: "扩产项目需要在线检测", description: "募投说明只列了主机设备。" },
    { title: "新厂区没有化验室", description: "环评文件里没有化验室。" },
    { title: "夜班抽检没有人做", description: "招聘启事只招操作工。" },
  ],
  [
    { title: "付款周期延到半年", description: "客户回款慢，希望把压力转给供应商。" },
    { title: "希望我们垫付二期设备款", description: "二期贷款还没有批下来。" },
    { title: "要求取消预付款", description: "客户推行零预付政策。" },
    { title: "年底前全部改为承兑付款", description: "客户手里承兑多、现金少。" },
    { title: "尾款押到质保期满再付", description: "集团新的付款办法。" },
  ],
  [
    { title: "出口单证与报关一站式代办", description: "第一次出口，不熟悉流程。" },
    { title: "希望我们在保税区代存货", description: "海外订单要随时发运。" },
    { title: "海外清关由我们出面", description: "当地没有代理。" },
    { title: "代办原产地证与报关", description: "外贸岗位空缺。" },
    { title: "出口包装与订舱一并交给我们", description: "只有一名兼职单证员。" },
  ],
  [
    { title: "误操作多，操作手册要重写", description: "手册是十年前的版本。" },
    { title: "新班组的上岗培训", description: "年后新招三十名操作工。" },
    { title: "手册要有图示和短视频", description: "一线员工不看文字。" },
    { title: "倒班员工的实操考核", description: "各班做法不一样。" },
    { title: "换型步骤贴到机台上", description: "换型全凭老师傅记忆。" },
  ],
  [
    { title: "单一来源物料的替代方案", description: "审计列为高风险。" },
    { title: "关键件的双产地证明", description: "客户的客户要求说明产地。" },
    { title: "备件断供的应急预案", description: "去年断供过一次。" },
    { title: "一份供应链风险说明", description: "年审要用。" },
    { title: "密封件要有备选型号", description: "目前只认可一个型号。" },
  ],
  [
    { title: "用量翻倍后重谈价格", description: "今年用量已超框架量。" },
    { title: "年度返利按台阶计", description: "去年返利只有一档。" },
    { title: "三家子公司按集采总量定价", description: "各子公司分开谈，价差明显。" },
    { title: "大单与散单分开报价", description: "散单拉高了平均价。" },
    { title: "原料回落后要有调价机制", description: "行情降了，合同价没有动。" },
  ],
  [
    { title: "下游品牌要产品碳足迹数据", description: "品牌方明年起要求逐批提供。" },
    { title: "绿色工厂评审需要供应商数据", description: "评审表里有供应商一栏。" },
    { title: "年报要写供应链减排", description: "董秘第一次问到。" },
    { title: "包装回收方案", description: "仓库里木托盘堆积。" },
    { title: "出口欧盟要填碳排放表", description: "客户的客户在欧盟。" },
  ],
];
