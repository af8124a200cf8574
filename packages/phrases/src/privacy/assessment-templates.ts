import type { AssessmentCover } from "@mainstay/domain/privacy/impact-assessment";
import type { Locale } from "../locale.ts";

/** A draft to begin from: what is usual for these kinds; whoever assesses makes it true for their own company. */
export interface AssessmentTemplate {
  readonly title: string;
  readonly covers: readonly AssessmentCover[];
  readonly purpose: string;
  readonly necessity: string;
  readonly impact: string;
  readonly measures: string;
}

const guardZh =
  "取得单独同意并告知必要性和影响；字段以 AES-256-GCM 加密存储，默认遮盖；只有负责该客户的人员、主管和合规可以查看，须写明理由，逐次留痕；到期自动删除并出具回执；本人可随时通过链接撤回，撤回即删除。";
const guardEn =
  "Separate consent that states need and impact; the field is sealed with AES-256-GCM and masked; only those who work with the account, directors and compliance may reveal it, with a reason, each time recorded; it is deleted automatically when its time ends, with a receipt; the person may withdraw by a link at any time, which deletes it.";

const zh: readonly AssessmentTemplate[] = [
  {
    title: "行踪轨迹（休假与行程）",
    covers: ["last_holiday", "next_holiday", "itinerary"],
    purpose: "安排接待与会面，避免打扰休假。由客户负责人员在交往中询问并录入，只记地区和月份。",
    necessity:
      "属敏感个人信息，依据为单独同意。安排会面需要知道大致时段，地区和月份已经足够，不收集具体地点、车次、住处。不愿提供的不影响往来。",
    impact: "泄露可能使他人掌握行踪，影响人身安全与安宁；误用可能使本人感到被监视。风险等级：中。",
    measures: `${guardZh}行程结束后三十天内删除；批量导入超过五十条时警示。`,
  },
  {
    title: "饮食禁忌与过敏",
    covers: ["diet_restriction"],
    purpose: "安排用餐时避开禁忌和过敏食物。由本人告知，录入禁忌本身，不记原因。",
    necessity:
      "可能反映健康状况或宗教信仰，属敏感个人信息，依据为单独同意。保障用餐安全所必需；不记录病名和信仰。",
    impact: "泄露可能使他人推知健康状况或信仰，导致歧视。风险等级：中。",
    measures: `${guardZh}用餐后三十天内删除。`,
  },
  {
    title: "未满十四周岁子女的生日",
    covers: ["child_birthday"],
    purpose: "在孩子生日时问候。由监护人告知。",
    necessity:
      "未满十四周岁未成年人的信息属敏感个人信息，依据为监护人的单独同意。若只需知道有无子女，改用“是否有子女”。",
    impact: "涉及未成年人，泄露可能影响孩子的安宁和安全。风险等级：高。",
    measures: `${guardZh}须写明监护人；不记录姓名、学校、照片。`,
  },
  {
    title: "公职、党派等特定身份",
    covers: ["public_identity"],
    purpose: "遵守与公职人员往来、礼品和接待的规定。",
    necessity:
      "属特定身份，依据为单独同意。判断接待与礼品是否须审批所必需；只记是否及类别，不记评价。",
    impact: "泄露可能影响社会评价。风险等级：中。",
    measures: `${guardZh}身份终止即删除。`,
  },
  {
    title: "立场、影响力与关系分析（自动化决策）",
    covers: ["automated_decision"],
    purpose: "评估合作项目中的立场与影响力，计算支持面等指标，提示跟进。由人评估，由系统汇总。",
    necessity:
      "依据为本人同意，评估可随时拒绝。指标只用于安排我方工作，不用于对个人作出差别待遇；不采集与项目无关的信息。",
    impact: "评价不准可能影响我方对个人的看法；分析习惯和兴趣属自动化决策。风险等级：中。",
    measures:
      "每项评估记明评估人、日期与依据，分歧一并显示；结果给出解释，不单凭自动化作决定；本人拒绝后删除画像并停止评估；副本中如实提供。",
  },
];

const en: readonly AssessmentTemplate[] = [
  {
    title: "Whereabouts (holidays and itineraries)",
    covers: ["last_holiday", "next_holiday", "itinerary"],
    purpose:
      "Arranging receptions and meetings without disturbing holidays. Asked and entered by the people who work with the person; region and month only.",
    necessity:
      "Sensitive; the basis is a separate consent. A rough time is needed to meet; region and month are enough, so no place, train or lodging is collected. Refusing has no effect.",
    impact:
      "A leak could tell others where the person is, touching safety and peace; misuse could feel like being watched. Risk: medium.",
    measures: `${guardEn} Deleted within thirty days after the trip; a warning when more than fifty are imported at once.`,
  },
  {
    title: "Diet restrictions and allergies",
    covers: ["diet_restriction"],
    purpose:
      "Meals without what must be avoided. Told by the person; the restriction itself, not its reason.",
    necessity:
      "May show health or belief, hence sensitive; the basis is a separate consent. Needed for a safe meal; no illness and no belief is recorded.",
    impact: "A leak could show health or belief and lead to discrimination. Risk: medium.",
    measures: `${guardEn} Deleted within thirty days after the meal.`,
  },
  {
    title: "Birthday of a child under fourteen",
    covers: ["child_birthday"],
    purpose: "Greetings on a child's birthday. Told by the guardian.",
    necessity:
      "Information on a child under fourteen is sensitive; the basis is the guardian's separate consent. Where it is enough to know that there are children, 'has children' is used instead.",
    impact: "It concerns a minor; a leak could touch the child's peace and safety. Risk: high.",
    measures: `${guardEn} The guardian is named; no name, school or photo is recorded.`,
  },
  {
    title: "Public office, party or another specific identity",
    covers: ["public_identity"],
    purpose: "Keeping the rules for dealing with officials, gifts and hospitality.",
    necessity:
      "A specific identity; the basis is a separate consent. Needed to know whether hospitality and gifts must be approved; only whether and which kind, no judgement.",
    impact: "A leak could touch how others regard the person. Risk: medium.",
    measures: `${guardEn} Deleted when the office ends.`,
  },
  {
    title: "Stance, influence and relationship analysis (automated decisions)",
    covers: ["automated_decision"],
    purpose:
      "Assessing stance and influence in joint projects, computing measures such as support, suggesting what to do. People assess, the system sums up.",
    necessity:
      "The basis is consent, and assessment can be refused at any time. The measures serve to plan our own work, never to treat a person differently; nothing beyond the project is collected.",
    impact:
      "A wrong assessment could colour how we see the person; analysing habits and interests is automated decision-making. Risk: medium.",
    measures:
      "Every assessment names who made it, when and on what evidence, disagreement is shown; results are explained and decide nothing by themselves; after an objection the profile is deleted and none is made; the person's copy says it all.",
  },
];

export const assessmentTemplates: Record<Locale, readonly AssessmentTemplate[]> = {
  "zh-CN": zh,
  en,
};
