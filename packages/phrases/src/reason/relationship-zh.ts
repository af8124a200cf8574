import { pathStepZh, pairLevelZh } from "../relationship/path-zh.ts";
import type { ReasonWords } from "./reason-words.ts";

const signed = (value: number): string =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(Math.round(value))}`;

/** 已删除的人不再留名。 */
const quoted = (name: string): string => (name === "" ? "" : `“${name}”`);

/** 关系度量与红旗的说明。 */
export const relationshipReasonsZh: ReasonWords<"relationship"> = {
  "relationship.economic_buyer_unknown": (p, say) =>
    `决策链上已有 ${say.number(p.members)} 人，却还不知道谁是最高决策者。`,
  "relationship.economic_buyer_never_met": (p) => `最高决策者${p.person}与我方从未有过双向沟通。`,
  "relationship.single_threaded": (p, say) => {
    if (p.threads === 0 && p.colleagues === 0)
      return "近期双方没有一人保持往来：这条线实际上已经断了。";
    return `近期保持往来的只有对方 ${say.number(p.threads)} 人、我方 ${say.number(p.colleagues)} 人，任何一人变动都会断线。`;
  },
  "relationship.majority_not_supporting": (p, say) =>
    p.supportingShare === 0
      ? `${say.number(p.keyPeople)} 位关键人中，没有一位明确支持我方。`
      : `${say.number(p.keyPeople)} 位关键人中，明确支持我方的按权重只占 ${say.share(p.supportingShare)}。`,
  "relationship.no_opponent_mapped": (p, say) =>
    `已评估 ${say.number(p.known)} 人的立场，没有一人反对：更可能是我们没看见。`,
  "relationship.gatekeeper_ignored": (p, say) =>
    p.lastOn === null || p.days === null
      ? `把关人${p.person}与我方从未有过双向沟通。`
      : `把关人${p.person}已 ${say.number(p.days)} 天没有双向沟通，上次是 ${say.day(p.lastOn)}。`,
  "relationship.stance_stale": (p, say) =>
    `${say.number(p.people)} 人的立场评估已经过期，最早的一次在 ${say.day(p.oldestOn)}，距今 ${say.number(p.days)} 天。`,
  "relationship.placeholder_old": (p, say) =>
    p.people === 1
      ? `占位人员${quoted(p.oldest)}已挂了 ${say.number(p.days)} 天，仍不知道是谁。`
      : `${say.number(p.people)} 个占位人员久未查清，最久的${quoted(p.oldest)}已 ${say.number(p.days)} 天。`,
  "relationship.standing": (p, say) =>
    `决策链 ${say.number(p.members)} 人，支持面 ${signed(p.supportIndex)}（已知 ${say.share(p.knownShare)}），覆盖 ${say.share(p.coverage)}，保持往来的有 ${say.number(p.threads)} 人。`,
  "relationship.standing_unknown": (p, say) =>
    `决策链 ${say.number(p.members)} 人，还没有人的立场做过评估；覆盖 ${say.share(p.coverage)}，保持往来的有 ${say.number(p.threads)} 人。`,
  "relationship.standing_hidden": (p, say) =>
    `决策链 ${say.number(p.members)} 人，覆盖 ${say.share(p.coverage)}，保持往来的有 ${say.number(p.threads)} 人；知道立场的不足三人，支持面只对可看人物画像的同事显示。`,
  "relationship.no_chain": () => "还没有决策链：先标出谁有什么采购角色。",
  "relationship.next_contact": (p, say) =>
    `与${p.person}再见一次面，覆盖可提高 ${say.share(p.gain)}${p.through === null ? "" : `，由${p.through}出面最省力`}。`,
  "relationship.next_stance": (p) =>
    `争取${p.person}的态度前进一步，支持面可提高 ${Math.round(p.gain * 10) / 10} 分${p.through === null ? "" : `，由${p.through}出面最省力`}。`,
  "relationship.path": (p) =>
    `${p.steps
      .map((step) =>
        step.by === "pair_level" && step.level !== null
          ? `${step.from}与${step.to}已到“${pairLevelZh[step.level - 1] ?? ""}”`
          : pathStepZh[step.by](step.from, step.to),
      )
      .join("，")}。`,
};
