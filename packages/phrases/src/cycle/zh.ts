export const cycleZh = {
  title: "{{account}} 的周期",
  lead: "合作阶段与标准动作、健康度、服务义务、客户团队与交接，都在这一页。",
} as const;
