import { type SeededRandom, seededRandom } from "@mainstay/analytics/numeric/seeded-random";
import type { BehaviourStyle } from "@mainstay/domain/behaviour-style/behaviour-style";
import { behaviourStyles } from "@mainstay/domain/behaviour-style/behaviour-style";
import type { BuyingRole } from "@mainstay/domain/buying-role/buying-role";
import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import type { Stance } from "@mainstay/domain/stance/stance";
import type { TieKind } from "@mainstay/domain/tie/tie-kind";
import { personName, pick } from "./demo-names.ts";

/** One judgement of somebody's stance, so many days ago. */
export interface DemoStance {
  readonly stance: Stance;
  readonly daysAgo: number;
  /** Who judged: 0 the manager, 1 the backup. */
  readonly assessor: 0 | 1;
}

/** What was talked about, by way of which contact. */
export const demoTalks = [
  ["visit", "到厂拜访，确认下季度用量计划，对方最关注交期。"],
  ["meeting", "技术评审会：两项改进需求已记录，约定月底给方案。"],
  ["call", "电话沟通备件库存与比价进展。"],
  ["message", "发送对账单与新品资料，对方确认收到。"],
] as const;

export interface DemoContact {
  readonly daysAgo: number;
  readonly talk: (typeof demoTalks)[number];
  /** True: the backup was there too. */
  readonly isJoint: boolean;
}

/** One person of a demo customer's decision chain. `superior` is their index in the chain. */
export interface DemoMember {
  readonly name: string;
  readonly title: string;
  readonly department: string;
  readonly superior: number | null;
  readonly startsOn: DayNumber | null;
  readonly role: BuyingRole | null;
  readonly influence: number | null;
  readonly stances: readonly DemoStance[];
  readonly style: BehaviourStyle | null;
  /** Each two-way contact. */
  readonly contacts: readonly DemoContact[];
  readonly pairLevel: number | null;
  readonly placeholderDaysAgo: number | null;
  readonly birthday: { calendar: "solar" | "lunar"; month: number; day: number } | null;
  readonly school: string | null;
  readonly hometown: string | null;
}

export interface DemoTie {
  readonly from: number;
  readonly to: number;
  readonly kind: TieKind;
  readonly weight: number;
  readonly evidence: string;
}

export interface DemoChain {
  readonly members: readonly DemoMember[];
  readonly ties: readonly DemoTie[];
}

/** How the customer's people stand: what makes each key account's story. */
type Mood = "slipping" | "never_met" | "unknown_top" | "divided" | "thin" | "solid" | "large";
const moods: readonly Mood[] = [
  "slipping",
  "never_met",
  "unknown_top",
  "divided",
  "slipping",
  "divided",
  "thin",
  "solid",
  "solid",
  "divided",
  "solid",
  "large",
  "solid",
  "solid",
  "thin",
  "solid",
  "divided",
  "never_met",
  "solid",
  "thin",
  "slipping",
  "solid",
];

type Post = readonly [
  title: string,
  department: string,
  superior: number | null,
  role: BuyingRole | null,
  influence: number | null,
];
const posts: readonly Post[] = [
  ["董事长", "总经办", null, null, 5],
  ["总经理", "总经办", 0, "economic_buyer", 5],
  ["采购总监", "采购部", 1, "gatekeeper", 4],
  ["采购经理", "采购部", 2, null, 2],
  ["技术总监", "技术部", 1, "technical", 4],
  ["工艺主管", "技术部", 4, "user", 2],
  ["生产副总", "生产部", 1, "user", 4],
  ["车间主任", "生产部", 6, "user", 1],
  ["财务总监", "财务部", 1, null, 3],
  ["质量经理", "质量部", 6, "technical", 3],
  ["信息主管", "信息部", 8, null, null],
];
const branches = ["一分厂", "二分厂", "三分厂", "研发中心", "海外事业部", "物流中心"] as const;
const branchPosts: readonly Post[] = [
  ["总监", "", 6, "user", 3],
  ["副总监", "", -1, null, 2],
  ["设备主管", "", -1, "technical", 2],
  ["计划主管", "", -2, null, null],
  ["质量主管", "", -2, null, 1],
  ["采购专员", "", -3, null, null],
];

const schools = ["江城理工大学", "滨海工业大学", "北岭交通大学"] as const;
const hometowns = ["浙江宁波", "湖南长沙", "四川绵阳", "山东烟台"] as const;

const favourable: readonly Stance[] = ["supporter", "ally", "supporter", "neutral", "insider"];
const mixed: readonly Stance[] = ["neutral", "sceptic", "supporter", "misinformed", "ally"];
const poor: readonly Stance[] = ["sceptic", "neutral", "backslider", "opponent", "neutral"];

const stancesOf = (random: SeededRandom, mood: Mood, index: number): DemoStance[] => {
  if (random.uniform() < (mood === "thin" ? 0.5 : 0.15)) return [];
  const now = mood === "solid" || mood === "large" ? favourable : mood === "divided" ? mixed : poor;
  const earlier = mood === "slipping" ? favourable : mood === "solid" ? mixed : now;
  const age = mood === "thin" ? 120 + random.uniform() * 120 : 8 + random.uniform() * 70;
  const found: DemoStance[] = [
    { stance: pick(random, earlier), daysAgo: Math.round(age + 95), assessor: 0 },
    { stance: pick(random, now), daysAgo: Math.round(age), assessor: 0 },
  ];
  // Two of us see the same person differently.
  if (index % 5 === 2) {
    found.push({
      stance: mood === "solid" ? "neutral" : "supporter",
      daysAgo: Math.round(age + 20),
      assessor: 1,
    });
  }
  return found;
};

const contactsOf = (
  random: SeededRandom,
  mood: Mood,
  role: BuyingRole | null,
  at: number,
): DemoContact[] => {
  const isTop = role === "economic_buyer";
  if (isTop && (mood === "never_met" || mood === "unknown_top")) return [];
  const share = mood === "thin" ? 0.12 : mood === "slipping" ? 0.35 : 0.6;
  if (!isTop && random.uniform() > share) return [];
  const first = mood === "slipping" ? 70 + random.uniform() * 60 : 5 + random.uniform() * 40;
  const count = 1 + Math.floor(random.uniform() * 3);
  return Array.from({ length: count }, (_, turn) => ({
    daysAgo: Math.round(first + turn * (18 + random.uniform() * 30)),
    talk: demoTalks[(at + turn) % demoTalks.length] ?? demoTalks[0],
    isJoint: turn % 3 === 2 || (mood === "solid" && turn === 0 && at % 3 === 0),
  }));
};

const birthdayOf = (random: SeededRandom): DemoMember["birthday"] =>
  random.uniform() < 0.35
    ? {
        calendar: random.uniform() < 0.45 ? "lunar" : "solar",
        month: 1 + Math.floor(random.uniform() * 12),
        day: 1 + Math.floor(random.uniform() * 28),
      }
    : null;

const postsOf = (mood: Mood): { post: Post; superior: number | null }[] => {
  const found: { post: Post; superior: number | null }[] = posts
    .slice(0, mood === "thin" ? 6 : mood === "never_met" ? 8 : posts.length)
    .map((post) => ({ post, superior: post[2] }));
  if (mood !== "large") return found;
  for (const branch of branches) {
    for (const [title, , superior, role, influence] of branchPosts) {
      const own = found.length;
      found.push({
        post: [title, branch, superior, role, influence],
        superior: superior === null || superior >= 0 ? superior : own + superior,
      });
    }
  }
  return found;
};

const tiesOf = (members: readonly DemoMember[], mood: Mood): DemoTie[] => {
  const tie = (from: number, to: number, kind: TieKind, weight: number, evidence: string) => ({
    from,
    to,
    kind,
    weight,
    evidence,
  });
  const found: DemoTie[] = [
    tie(4, 1, "influence", 3, "总经理在三次评审会上都以他的意见为准。"),
    tie(1, 2, "influence", 2, "年度框架由总经理直接交代采购部。"),
    tie(5, 4, "matrix_line", 2, "新产线项目中向技术总监汇报。"),
  ];
  if (members.length > 8) {
    found.push(
      tie(8, 1, "influence", 2, "付款条件由财务总监最终把关。"),
      tie(2, 6, "conflict", 2, "在交期与价格的取舍上多次公开分歧。"),
      tie(9, 4, "matrix_line", 2, "质量改进项目中向技术总监汇报。"),
    );
  }
  if (mood === "solid" || mood === "large") {
    found.push(tie(4, 9, "former_colleague", 2, "曾在同一家设备厂共事。"));
  }
  return found.filter(({ from, to }) => from < members.length && to < members.length);
};

/** The decision chain of the n-th key account, drawn anew for any day but the same each time. */
export const drawDemoChain = (index: number, today: DayNumber): DemoChain => {
  const random = seededRandom(9_100 + index);
  const mood = moods[index % moods.length] ?? "solid";
  const members = postsOf(mood).map(({ post, superior }, at): DemoMember => {
    const [title, department, , role, influence] = post;
    const isTop = role === "economic_buyer";
    const isPlaceholder = (mood === "unknown_top" && isTop) || (mood === "thin" && at === 4);
    const name = isPlaceholder ? `${title}（待确认）` : personName(random);
    const stances = isPlaceholder ? [] : stancesOf(random, mood, at);
    const contacts = isPlaceholder ? [] : contactsOf(random, mood, role, at);
    return {
      name,
      title,
      department,
      superior,
      startsOn: isPlaceholder ? null : today - 200 - Math.floor(random.uniform() * 3_400),
      role: isPlaceholder && mood === "unknown_top" ? null : role,
      influence: isPlaceholder ? null : influence,
      stances,
      style: !isPlaceholder && at < 9 && at % 2 === 1 ? pick(random, behaviourStyles) : null,
      contacts,
      pairLevel:
        contacts.length > 0 ? Math.min(5, 2 + contacts.length + (mood === "solid" ? 1 : 0)) : null,
      placeholderDaysAgo: isPlaceholder ? (mood === "unknown_top" ? 44 : 12) : null,
      birthday: isPlaceholder ? null : birthdayOf(random),
      school: !isPlaceholder && (at === 4 || at === 8) ? pick(random, schools.slice(0, 2)) : null,
      hometown: !isPlaceholder && at % 4 === 2 ? pick(random, hometowns) : null,
    };
  });
  return { members, ties: tiesOf(members, mood) };
};
