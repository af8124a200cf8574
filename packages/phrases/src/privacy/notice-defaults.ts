import type { NoticeDraft } from "@mainstay/contract/privacy-notice";

/** What a workspace's first notice is proposed to say; names and contact are its own to fill in. */
export const noticeDefaults = (handlerName: string): NoticeDraft => ({
  handlerName,
  handlerAddress: "",
  contactName: "",
  contactMail: "",
  contactPhone: "",
  officer: "",
  purposes: [
    {
      zh: "与您所在单位开展业务往来：联络、拜访、会议、报价、履约和售后",
      en: "Doing business with your organisation: contact, visits, meetings, offers, delivery and service",
    },
    {
      zh: "了解您的工作职责、立场和偏好，改进对您和您所在单位的服务",
      en: "Knowing your duties, views and preferences so that we serve you and your organisation better",
    },
    {
      zh: "遵守反商业贿赂、与公职人员往来等法律要求",
      en: "Keeping the law, for example on bribery and on dealing with officials",
    },
  ],
  methods: {
    zh: "由我们的客户负责人员在与您的交往中收集并录入内部系统；不使用爬虫，不购买个人信息。敏感个人信息加密保存，查看须说明理由并留有记录。对关系和风险的分析由系统辅助、由人判断，不单凭自动化决定影响您的权益。",
    en: "Our people who work with you collect it in contact with you and enter it into our own system; we do not crawl and do not buy personal information. Sensitive information is kept encrypted; whoever looks at it gives a reason and is recorded. Analyses of relationships and risk support people's judgement; nothing about you is decided by a machine alone.",
  },
  howToExercise: {
    zh: "您可以向上述联系人查阅、复制、更正、补充、删除、转移您的个人信息，要求解释说明，限制或拒绝处理，拒绝画像。已给出的同意可以随时撤回：使用同意书上的链接或二维码，或联系我们。我们会先核实身份，再在承诺的期限内答复；不能照办的会说明理由。您也可以向履行个人信息保护职责的部门投诉。",
    en: "Ask the contact above to consult, copy, correct, complete, erase or transfer your information, to explain our processing, to restrict it or to stop profiling. A consent can be withdrawn at any time by the link or QR code that came with it, or by telling us. We make certain who is asking and answer within the time stated; where we cannot do as asked we give the reason. You may also complain to the authority for personal information protection.",
  },
  recipients: [],
  crossBorder: { zh: "", en: "" },
});
