import type { Permission } from "@mainstay/domain/access/permission";

/** Screens without a place in the navigation, found by name in the quick search (design: "everything else through ⌘K"). */
export const furtherPlaces = [
  { place: "handovers", to: "/handovers", needs: "handover.view", spelt: "jiaojie jj" },
  { place: "obligations", to: "/obligations", needs: "obligation.view", spelt: "fuwuyiwu fwyw" },
  { place: "needs", to: "/needs", needs: "need.view", spelt: "xuqiu xq" },
  { place: "promises", to: "/promises", needs: "promise.view", spelt: "chengnuo cn" },
  { place: "rescues", to: "/rescues", needs: "rescue.view", spelt: "wanhui wh" },
  { place: "health", to: "/health", needs: "health.view", spelt: "jiankangdu jkd" },
  { place: "approvals", to: "/approvals", needs: "approval.view", spelt: "shenpi sp" },
  { place: "programme", to: "/programme", needs: "programme.view", spelt: "dakehujihua dkhjh" },
  { place: "team", to: "/team", needs: "portfolio.oversee", spelt: "tuandui td fuhe fh" },
  { place: "outbox", to: "/outbox", needs: "interaction.log", spelt: "daishangchuan dsc" },
  { place: "playbooks", to: "/settings/playbooks", needs: "playbook.view", spelt: "bzdz" },
  {
    place: "servicePolicy",
    to: "/settings/service-policy",
    needs: "service_policy.view",
    spelt: "fwzc",
  },
  { place: "cases", to: "/cases", needs: "case.view", spelt: "fuwu fw shengao sg tousu ts" },
  {
    place: "caseClocks",
    to: "/settings/case-clocks",
    needs: "case_setting.view",
    spelt: "fuwushixian fwsx sx",
  },
  {
    place: "surveys",
    to: "/voice/surveys",
    needs: "survey.view",
    spelt: "wenjuan wj manyidu myd diaocha dc",
  },
  {
    place: "loops",
    to: "/voice/loops",
    needs: "feedback_loop.view",
    spelt: "bihuan bh zhenggai zg",
  },
  {
    place: "verbatims",
    to: "/voice/verbatims",
    needs: "voice.view",
    spelt: "kehuyuanhua yuanhua yh",
  },
  {
    place: "inspections",
    to: "/voice/inspections",
    needs: "inspection.view",
    spelt: "huifangchoucha hfcc choucha cc",
  },
  {
    place: "unconfirmed",
    to: "/cases/unconfirmed",
    needs: "case.view",
    spelt: "daikehuqueren dkhqr",
  },
  {
    place: "needAnalysis",
    to: "/analytics/needs",
    needs: "need.view",
    spelt: "xuqiufenxi xqfx loudou ld",
  },
  {
    place: "surveySettings",
    to: "/settings/surveys",
    needs: "survey.view",
    spelt: "diaochashezhi dcsz",
  },
  { place: "signalRules", to: "/settings/signal-rules", needs: "signal_rule.view", spelt: "yjgz" },
] as const satisfies readonly {
  place: string;
  to: string;
  needs: Permission;
  /** The Chinese name in syllables and initials. */
  spelt: string;
}[];

/** Whether what was typed means a place: part of its name, of its English address, or the start of its spelling. */
export const meansPlace = (
  typed: string,
  { name, to, spelt }: { name: string; to: string; spelt: string },
): boolean => {
  const words = typed.trim().toLowerCase();
  if (words === "") return true;
  if (name.toLowerCase().includes(words)) return true;
  // One Latin letter means an account or a person rather than a screen.
  if (words.length < 2) return false;
  return to.includes(words) || spelt.split(" ").some((one) => one.startsWith(words));
};
