import type { BilingualWords, QuestionChoice } from "./frozen-question.ts";
import { type SamplingRule, shippedSampling } from "./sampling-rule.ts";
import type { QuestionKind, SurveyRhythm } from "./survey-kind.ts";

export const surveyTemplateKeys = ["relationship", "after_case", "onboarding"] as const;
export type SurveyTemplateKey = (typeof surveyTemplateKeys)[number];

export interface TemplateQuestion {
  readonly kind: QuestionKind;
  readonly words: BilingualWords;
  readonly options?: readonly QuestionChoice[];
  readonly rows?: readonly QuestionChoice[];
  readonly isRequired?: boolean;
  readonly isOverall?: boolean;
}

export interface SurveyTemplate {
  readonly title: BilingualWords;
  readonly introduction: BilingualWords;
  readonly thanks: BilingualWords;
  readonly rhythm: SurveyRhythm;
  readonly isAnonymous: boolean;
  readonly sampling: SamplingRule;
  readonly questions: readonly TemplateQuestion[];
}

const thanks = {
  zh: "谢谢您。您的意见会由专人阅读，不满意的地方我们会联系您。",
  en: "Thank you. Somebody reads every answer, and where you are not satisfied we will get in touch.",
};

const csat = (zh: string, en: string): TemplateQuestion => ({ kind: "csat", words: { zh, en } });

const improve: TemplateQuestion = {
  kind: "text",
  words: { zh: "我们最应该改进的一件事是什么？", en: "What one thing should we do better?" },
};

/** Surveys ready to be sent once their questions are given to departments; formulas § 2 for the scales. */
export const surveyTemplates: Readonly<Record<SurveyTemplateKey, SurveyTemplate>> = {
  relationship: {
    title: { zh: "季度合作满意度", en: "Quarterly relationship survey" },
    introduction: {
      zh: "请用两分钟告诉我们，过去三个月我们做得怎样。",
      en: "Please take two minutes to tell us how we did in the past three months.",
    },
    thanks,
    rhythm: "quarterly",
    isAnonymous: false,
    sampling: { ...shippedSampling, openDays: 21 },
    questions: [
      {
        kind: "nps",
        words: {
          zh: "您有多大可能把我们推荐给同行？",
          en: "How likely are you to recommend us to a colleague in your industry?",
        },
        isRequired: true,
        isOverall: true,
      },
      csat("您对我们产品的质量满意吗？", "How satisfied are you with the quality of our products?"),
      csat(
        "您对我们的交付满意吗（准时、完整、无差错）？",
        "How satisfied are you with our deliveries (on time, complete, without mistakes)?",
      ),
      csat(
        "您对我们的技术支持和售后服务满意吗？",
        "How satisfied are you with our technical support and service?",
      ),
      csat(
        "您对客户经理的沟通与响应满意吗？",
        "How satisfied are you with how your account manager communicates and responds?",
      ),
      {
        kind: "multiple_choice",
        words: {
          zh: "接下来半年，您最看重什么？",
          en: "What matters most to you in the coming six months?",
        },
        options: [
          { key: "price", zh: "价格与付款条件", en: "Prices and terms" },
          { key: "delivery", zh: "交货更快更准", en: "Faster, more reliable delivery" },
          { key: "quality", zh: "质量更稳定", en: "More consistent quality" },
          { key: "service", zh: "响应更快的服务", en: "Faster service" },
          { key: "new_products", zh: "新产品与联合开发", en: "New products and joint development" },
        ],
      },
      improve,
    ],
  },
  after_case: {
    title: { zh: "服务回访", en: "How was our service?" },
    introduction: {
      zh: "您的申告刚刚办结，请用一分钟评价这次服务。",
      en: "Your case has just been closed. Please take a minute to tell us how it went.",
    },
    thanks,
    rhythm: "after_case",
    isAnonymous: false,
    sampling: { ...shippedSampling, openDays: 90 },
    questions: [
      {
        kind: "csat",
        words: {
          zh: "您对这次处理结果满意吗？",
          en: "How satisfied are you with the outcome?",
        },
        isRequired: true,
        isOverall: true,
      },
      {
        kind: "ces",
        words: {
          zh: "让我们解决这个问题，对您来说容易吗？",
          en: "How easy did we make it for you to have this solved?",
        },
      },
      csat("您对处理人员的态度满意吗？", "How satisfied are you with the people who helped you?"),
      improve,
    ],
  },
  onboarding: {
    title: { zh: "合作满 90 天回访", en: "The first 90 days" },
    introduction: {
      zh: "我们合作已满三个月，请告诉我们开头做得怎样。",
      en: "We have worked together for three months. Please tell us how we began.",
    },
    thanks,
    rhythm: "once",
    isAnonymous: false,
    sampling: shippedSampling,
    questions: [
      {
        kind: "ces",
        words: {
          zh: "开始与我们合作，对您来说容易吗？",
          en: "How easy was it to get started with us?",
        },
        isRequired: true,
        isOverall: true,
      },
      csat("您对安装和调试满意吗？", "How satisfied are you with installation and start-up?"),
      {
        kind: "matrix",
        words: { zh: "下面这些，我们做到了吗？", en: "Did we do what we promised?" },
        options: [
          { key: "yes", zh: "做到了", en: "Yes" },
          { key: "partly", zh: "部分做到", en: "Partly" },
          { key: "no", zh: "没有做到", en: "No" },
        ],
        rows: [
          { key: "schedule", zh: "按约定时间交付", en: "Delivered on the agreed day" },
          { key: "training", zh: "培训够用", en: "Trained your people well enough" },
          { key: "documents", zh: "资料齐全", en: "Handed over complete documents" },
          { key: "contact", zh: "有问题找得到人", en: "Were there when you had questions" },
        ],
      },
      {
        kind: "single_choice",
        words: {
          zh: "实际效果与合作前的预期相比？",
          en: "Compared with what you expected before we began?",
        },
        options: [
          { key: "better", zh: "比预期好", en: "Better" },
          { key: "same", zh: "与预期相当", en: "As expected" },
          { key: "worse", zh: "不如预期", en: "Worse" },
        ],
      },
      improve,
    ],
  },
};
