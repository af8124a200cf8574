import type { Locale } from "../locale.ts";

export interface NoticeWords {
  readonly title: string;
  readonly version: (version: number, on: string) => string;
  readonly older: (current: number) => string;
  readonly handler: string;
  readonly name: string;
  readonly address: string;
  readonly contact: string;
  readonly phone: string;
  readonly mail: string;
  readonly officer: string;
  readonly purposes: string;
  readonly methods: string;
  readonly kinds: string;
  readonly kindsWhy: string;
  readonly kind: string;
  readonly class: string;
  readonly basis: string;
  readonly kept: string;
  readonly keptMonths: (count: number) => string;
  readonly keptDays: (count: number) => string;
  readonly recipients: string;
  readonly noRecipients: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly crossBorder: string;
  readonly noCrossBorder: string;
  readonly rights: string;
  readonly answerWithin: (days: number) => string;
  readonly changes: string;
  readonly changesWords: string;
  readonly otherLanguage: string;
  readonly versions: string;
  readonly notFoundTitle: string;
  readonly notFound: string;
}

/** The headings and set phrases of the published notice (Article 17). */
export const noticeWords: Record<Locale, NoticeWords> = {
  "zh-CN": {
    title: "个人信息处理告知书",
    version: (version, on) => `第 ${version} 版 · ${on} 发布`,
    older: (current) => `这是旧版本，现行版本为第 ${current} 版。`,
    handler: "一、谁在处理您的个人信息",
    name: "名称",
    address: "地址",
    contact: "联系人",
    phone: "电话",
    mail: "邮箱",
    officer: "个人信息保护负责人",
    purposes: "二、处理目的",
    methods: "三、处理方式",
    kinds: "四、种类、依据与保存期限",
    kindsWhy:
      "下列各项并非都会收集。依据为“本人同意”的，只有在您同意之后才会收集；敏感个人信息逐项单独征得同意。",
    kind: "种类",
    class: "分级",
    basis: "通常依据",
    kept: "保存期限",
    keptMonths: (count) => `最近一次核实后 ${count} 个月`,
    keptDays: (count) => `相关行程或活动结束后 ${count} 天`,
    recipients: "五、接收方",
    noRecipients: "我们不向第三方提供您的个人信息，也不对外公开。",
    recipient: "接收方",
    purpose: "目的",
    crossBorder: "六、向境外提供",
    noCrossBorder: "您的个人信息存储在中国境内，不向境外提供。",
    rights: "七、您的权利与行使方式",
    answerWithin: (days) => `我们在收到请求并核实身份后，一般在 ${days} 个工作日内答复。`,
    changes: "八、变更",
    changesWords: "本告知书有变更时，我们会在这个地址发布新版本；旧版本保留可查。",
    otherLanguage: "English",
    versions: "历史版本",
    notFoundTitle: "找不到这份告知书",
    notFound: "这个地址没有已发布的告知书。请检查链接是否完整。",
  },
  en: {
    title: "Notice on the processing of personal information",
    version: (version, on) => `Version ${version} · published ${on}`,
    older: (current) => `This is an earlier version; version ${current} is in force.`,
    handler: "1. Who processes your information",
    name: "Name",
    address: "Address",
    contact: "Contact",
    phone: "Phone",
    mail: "E-mail",
    officer: "Personal information protection officer",
    purposes: "2. Purposes",
    methods: "3. How",
    kinds: "4. Kinds, basis and retention",
    kindsWhy:
      "Not all of these are collected. What rests on consent is collected only after you consented; for sensitive information consent is asked separately, item by item.",
    kind: "Kind",
    class: "Class",
    basis: "Usual basis",
    kept: "Kept for",
    keptMonths: (count) => `${count} months after the last verification`,
    keptDays: (count) => `${count} days after the trip or event`,
    recipients: "5. Recipients",
    noRecipients: "We give your information to no third party and do not publish it.",
    recipient: "Recipient",
    purpose: "Purpose",
    crossBorder: "6. Providing abroad",
    noCrossBorder: "Your information is stored in mainland China and not provided abroad.",
    rights: "7. Your rights and how to use them",
    answerWithin: (days) =>
      `We usually answer within ${days} working days after your request, once it is certain who asks.`,
    changes: "8. Changes",
    changesWords:
      "When this notice changes, the new version is published at this address; earlier versions stay available.",
    otherLanguage: "中文",
    versions: "Earlier versions",
    notFoundTitle: "No such notice",
    notFound: "No notice is published at this address. Please check the link.",
  },
};
