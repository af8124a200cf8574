/** Screens that are opened from the quick search. */
export const furtherPlaceZh = {
  kind: "页面",
  handovers: "交接",
  obligations: "服务义务",
  rescues: "挽回",
  health: "健康度",
  approvals: "审批",
  programme: "大客户计划",
  team: "团队负荷",
  outbox: "待上传的速记",
  playbooks: "标准动作",
  servicePolicy: "服务政策",
  cases: "服务申告",
  surveys: "问卷",
  surveySettings: "调查设置",
  caseClocks: "服务时限",
  signalRules: "预警规则",
} as const;
