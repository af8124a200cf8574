import type { ConsentMethod, ConsentScope } from "@mainstay/domain/fact/consent-scope";
import type { DeletionReason } from "@mainstay/domain/fact/deletion-reason";
import type { FactBasis } from "@mainstay/domain/fact/fact-basis";
import type { FactClass } from "@mainstay/domain/fact/fact-class";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import type { ConsentState } from "@mainstay/domain/privacy/consent-rule";
import type { AssessmentCover, AssessmentStatus } from "@mainstay/domain/privacy/impact-assessment";
import type { IncidentStatus } from "@mainstay/domain/privacy/incident";
import type {
  RequestChannel,
  SubjectRequestKind,
  SubjectRequestStatus,
} from "@mainstay/domain/privacy/subject-request-kind";

/** The terms of lawful dossiers; every value has a word, or this does not compile. */
export type PrivacyGlossary = {
  factKind: Record<FactKind, string>;
  factClass: Record<FactClass, string>;
  factBasis: Record<FactBasis, string>;
  consentScope: Record<ConsentScope, string>;
  consentMethod: Record<ConsentMethod, string>;
  consentState: Record<ConsentState, string>;
  deletionReason: Record<DeletionReason, string>;
  subjectRequestKind: Record<SubjectRequestKind, string>;
  subjectRequestStatus: Record<SubjectRequestStatus, string>;
  requestChannel: Record<RequestChannel, string>;
  assessmentCover: Record<AssessmentCover, string>;
  assessmentStatus: Record<AssessmentStatus, string>;
  incidentStatus: Record<IncidentStatus, string>;
};

const factKind: Record<FactKind, string> = {
  birthday: "生日",
  birth_year: "出生年份",
  family: "家庭成员",
  has_children: "是否有子女",
  child_birthday: "子女生日",
  hometown: "籍贯",
  school: "毕业院校",
  sports: "运动爱好",
  food: "饮食喜好",
  diet_restriction: "饮食禁忌",
  books: "阅读喜好",
  leisure: "休闲爱好",
  last_holiday: "最近一次休假",
  next_holiday: "下一次休假",
  itinerary: "行程",
  organisation_role: "在组织中的作用",
  colleague_ties: "与同事的关系",
  career_plan: "职业规划",
  habits: "工作习惯",
  personality_note: "性格特点",
  public_identity: "公职或党派身份",
};

export const privacyGlossaryZh: PrivacyGlossary = {
  factKind,
  factClass: { B: "业务信息", P: "个人信息", S: "敏感个人信息" },
  factBasis: {
    consent: "本人同意",
    contract_party: "履行本人为一方的合同",
    legal_duty: "履行法定义务",
    public_source: "已合法公开",
    other_law: "法律另有规定",
  },
  consentScope: {
    ...factKind,
    photo: "照片",
    profile: "立场与影响力画像",
    publish: "对外公开",
  },
  consentMethod: {
    portal: "网页确认",
    paper: "纸质签字",
    wecom_reply: "企业微信回复",
    oral_witnessed: "口头（有见证人）",
  },
  consentState: {
    active: "有效",
    ending: "即将到期",
    outdated: "文本已更新",
    expired: "已到期",
    withdrawn: "已撤回",
  },
  deletionReason: {
    expired: "保存期限届满",
    consent_withdrawn: "撤回同意",
    consent_expired: "同意到期",
    subject_request: "应个人请求",
    purpose_done: "目的已实现",
    corrected: "更正",
    person_erased: "删除人物",
  },
  subjectRequestKind: {
    consult: "查阅",
    copy: "复制",
    transfer: "转移",
    correct: "更正、补充",
    erase: "删除",
    restrict: "限制处理",
    explain: "解释说明",
    object_profiling: "拒绝画像",
    withdraw: "撤回同意",
    relative_of_deceased: "近亲属行使权利",
  },
  subjectRequestStatus: {
    open: "待核实身份",
    identity_checked: "待办理",
    done: "已办结",
    refused: "已拒绝",
  },
  requestChannel: {
    in_person: "当面",
    phone: "电话",
    mail: "电子邮件",
    letter: "信函",
    wecom: "企业微信",
    other: "其他",
  },
  assessmentCover: {
    ...factKind,
    automated_decision: "自动化决策",
    entrust: "委托处理",
    provide: "向他人提供",
    publish: "公开",
    cross_border: "向境外提供",
  },
  assessmentStatus: { draft: "草稿", approved: "已批准", refused: "未批准", ended: "已终止" },
  incidentStatus: {
    open: "处置中",
    authority_notified: "已通知主管部门",
    persons_notified: "已通知个人",
    closed: "已结案",
  },
};
