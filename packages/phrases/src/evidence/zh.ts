/** 凭证文件：承诺、需求。 */
export const evidenceZh = {
  title: "凭证文件",
  none: "没有文件。",
  add: "添加文件",
  limits: "PDF、图片、MP4、Office、文本或邮件，每个不超过 10 MB，最多 20 个",
  remove: "移除",
  removeAsk: "移除“{{name}}”？文件会被删除。",
  added: "已添加{{name}}",
} as const;
