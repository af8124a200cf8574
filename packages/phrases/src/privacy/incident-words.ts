import type { NoticeAudience } from "@mainstay/domain/privacy/incident";
import type { Locale } from "../locale.ts";

export interface IncidentWords {
  readonly title: Record<NoticeAudience, string>;
  readonly opening: Record<NoticeAudience, (handler: string) => string>;
  readonly what: string;
  readonly incident: string;
  readonly happened: string;
  readonly discovered: string;
  readonly kinds: string;
  readonly persons: string;
  readonly cause: string;
  readonly harm: string;
  readonly measures: Record<NoticeAudience, string>;
  readonly noNotice: string;
  readonly contact: string;
  readonly unknown: string;
  readonly stillUnderWay: string;
  readonly comma: string;
}

/** The set phrases of the notice after an incident (Article 57). */
export const incidentWords: Record<Locale, IncidentWords> = {
  "zh-CN": {
    title: { authority: "个人信息安全事件报告", persons: "个人信息安全事件告知" },
    opening: {
      authority: (handler) =>
        `根据《中华人民共和国个人信息保护法》第五十七条，${handler}现将发生或者可能发生的个人信息泄露、篡改、丢失情况报告如下。`,
      persons: (handler) =>
        `${handler}发生了可能涉及您个人信息的安全事件。根据《中华人民共和国个人信息保护法》第五十七条，现将有关情况告知您。`,
    },
    what: "一、事件与涉及的信息种类",
    incident: "事件",
    happened: "发生时间",
    discovered: "发现时间",
    kinds: "信息种类",
    persons: "涉及人数",
    cause: "二、原因",
    harm: "三、可能造成的危害",
    measures: {
      authority: "四、已采取的补救措施和个人可以采取的减轻危害的措施",
      persons: "四、我们已采取的补救措施和您可以采取的减轻危害的措施",
    },
    noNotice: "不通知个人的理由",
    contact: "五、联系方式",
    unknown: "尚不清楚",
    stillUnderWay: "正在调查，查明后补充。",
    comma: "、",
  },
  en: {
    title: {
      authority: "Report of a personal information incident",
      persons: "Notice of a personal information incident",
    },
    opening: {
      authority: (handler) =>
        `Under Article 57 of the Personal Information Protection Law, ${handler} reports a leak, tampering or loss of personal information that has happened or may have happened.`,
      persons: (handler) =>
        `An incident at ${handler} may concern your personal information. Under Article 57 of the Personal Information Protection Law we tell you what we know.`,
    },
    what: "1. The incident and the kinds of information",
    incident: "Incident",
    happened: "Happened",
    discovered: "Discovered",
    kinds: "Kinds of information",
    persons: "Persons concerned",
    cause: "2. Cause",
    harm: "3. Possible harm",
    measures: {
      authority: "4. Measures taken, and what the persons can do",
      persons: "4. What we have done, and what you can do",
    },
    noNotice: "Why the persons are not told",
    contact: "5. Contact",
    unknown: "Not known yet",
    stillUnderWay: "Being looked into; we will add what we find.",
    comma: ", ",
  },
};
