export const interactionZh = {
  log: "记录联系",
  logFor: "记录与{{account}}的联系",
  kind: "方式",
  occurredOn: "日期",
  summary: "谈了什么",
  summaryHint: "一两句话：对方说了什么，答应了什么",
  isTwoWay: "对方有回应",
  people: "对方在场的人",
  ours: "我方参加的人",
  noPeople: "还没有记录对方人员",
  logged: "已记录",
} as const;
