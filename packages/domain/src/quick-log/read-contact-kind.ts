import type { InteractionKind } from "../interaction/interaction-kind.ts";
import type { Piece } from "./quick-log-reading.ts";

/** Words that say how the contact was; at one place the earlier line of this table wins. */
const words: readonly (readonly [InteractionKind, RegExp])[] = [
  [
    "executive_meeting",
    /高层(?:会晤|会面|互访|交流|拜访|见面)|高管(?:会晤|会面|一对一|互访|交流)|总裁会晤|\bexec(?:utive)? (?:meeting|one[- ]to[- ]one|1:1|visit|briefing)\b/g,
  ],
  [
    "event",
    /展会|展览会?|博览会|论坛|峰会|年会|发布会|研讨会|行业大会|参展|\b(?:trade (?:show|fair)|exhibition|expo|forum|summit|conference(?! call)|webinar)\b/g,
  ],
  [
    "meeting",
    /(?:电话|视频|线上|腾讯|网络)?会议|视频会|开了?个?(?:[\u4e00-\u9fff]{0,4})会(?!员|计)|评审会?|例会|沟通会|碰头会?|座谈会?|启动会|协调会|复盘|\b(?:meeting(?! room)|review(?:ed)?|workshop|kick-?off|video call|conference)\b/g,
  ],
  [
    "call",
    /打?了?个?电话|通了?个?(?:电话|话)|致电|来电|去电|语音(?:通话)?|没接|未接|没人接|无人接|占线|打不通|没打通|\b(?:call(?:ed|ing)?(?: back)?|phoned?|rang|telephone|spoke|talked|voice ?mail)\b/g,
  ],
  [
    "meal",
    /吃了?(?:个|顿)?(?:[午晚早]?[饭餐]|火锅|烤鸭|海鲜|烧烤)|饭局|[午晚早]餐|[午晚]饭|聚餐|聚会|宴请|宴会|应酬|请客|一起吃|喝了?个?(?:茶|酒|咖啡)|茶叙|下午茶|\b(?:lunch|dinner|breakfast|supper|coffee|tea|drinks|banquet)\b/g,
  ],
  [
    "message",
    /(?:企业|发了?)?微信|企微|邮件|电邮|短信|发了?(?:个|条)?(?:消息|信息)|钉钉|飞书|留了?言|\b(?:e-?mail(?:ed|s)?|messaged?|text(?:ed)?|wechat(?:ed)?|wrote|sms|dingtalk)\b/g,
  ],
  [
    "visit",
    /拜访|走访|回访|上门|登门|到访|来访|探访|家访|面访|面谈|见了?(?:个)?面|碰了?(?:个)?面|见到|见了|去见|会见|约见|当面|参观|考察|巡访|驻场|\b(?:visit(?:ed|ing|s)?|met(?: with)?|meet|saw|see(?=\s+(?:mr|ms|mrs|dr|director|manager)\b)|dropped (?:by|in)|on[- ]site|face to face)\b/g,
  ],
];

/** Every word of contact in a plain line, in order. */
export const readContactKinds = (text: string): Piece<InteractionKind>[] => {
  const found = words.flatMap(([value, pattern], rank) =>
    [...text.matchAll(pattern)].map((match) => ({
      value,
      rank,
      span: { from: match.index, to: match.index + match[0].length },
    })),
  );
  found.sort((a, b) => a.span.from - b.span.from || a.rank - b.rank);
  const kept: typeof found = [];
  for (const one of found) {
    const last = kept.at(-1);
    if (!last || one.span.from >= last.span.to) kept.push(one);
    else if (one.rank < last.rank) kept[kept.length - 1] = one;
  }
  return kept.map(({ value, span }) => ({ value, span }));
};

const noAnswer =
  /没有?人?接(?!触|受)|未接(?!触|受)|无人接|不接(?!受)|没有?人?回(?!访)|未回(?:复|应|信)?(?!访)|不回(?:复|信)?(?!访)|没有?回(?:复|应|信)|占线|关机|打不通|没打通|联系不上|没联系上|没见[到着]|没碰到|不在(?:公司|办公室|厂里|单位)|已读|未读|语音信箱|(?:只|仅)?留了?(?:个)?(?:言|名片|资料)|爽约|放鸽子|\b(?:voice ?mail|no (?:answer|reply|response|show)|(?:did not|didn't|has not|hasn't|have not|haven't|never) (?:yet )?(?:answer(?:ed)?|pick(?:ed)? up|repl(?:y|ied)|respond(?:ed)?|call(?:ed)? back|g[eo]t back|show(?:n|ed)? up)|unanswered|unreachable|could(?: not|n't) (?:reach|get through)|left (?:him |her |them )?a (?:message|note|card)|not in (?:the )?office|line (?:was )?busy)\b/;

/** Words that say that they did not answer; null when nothing says so. */
export const readNoAnswer = (text: string): Piece<boolean> | null => {
  const match = noAnswer.exec(text);
  return match
    ? { value: false, span: { from: match.index, to: match.index + match[0].length } }
    : null;
};
