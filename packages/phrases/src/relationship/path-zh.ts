import type { PathStepKind } from "@mainstay/domain/relationship/relationship-reason";

/** 六级关系的名称，按级别一到六。 */
export const pairLevelZh = ["未接触", "认识", "约得到", "信任", "支持", "同盟"] as const;

/** 路径上的一步。 */
export const pathStepZh: Record<PathStepKind, (from: string, to: string) => string> = {
  pair_level: (from, to) => `${from}与${to}有往来`,
  influence: (from, to) => `${from}能影响${to}`,
  schoolmate: (from, to) => `${from}与${to}是校友`,
  fellow_townsman: (from, to) => `${from}与${to}是同乡`,
  former_colleague: (from, to) => `${from}与${to}曾是同事`,
  relative: (from, to) => `${from}与${to}是亲属`,
  friend: (from, to) => `${from}与${to}是朋友`,
  reports_to: (from, to) => `${from}与${to}是上下级`,
  same_department: (from, to) => `${from}与${to}同在一个部门`,
};
