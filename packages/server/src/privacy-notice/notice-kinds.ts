import type { NoticeContent } from "@mainstay/contract/privacy-notice";
import { consentScopes } from "@mainstay/domain/fact/consent-scope";
import { type FactKind, factKinds, factRules } from "@mainstay/domain/fact/fact-kind";

type NoticeKind = NoticeContent["kinds"][number];

const retentionOf = (kind: FactKind): NoticeKind["retention"] => {
  const { retention } = factRules[kind];
  return retention.from === "verified"
    ? { from: "verified", count: retention.months, unit: "months" }
    : { from: "occasion", count: retention.days, unit: "days" };
};

const year: NoticeKind["retention"] = { from: "verified", count: 12, unit: "months" };

/** What the catalogue holds today: every kind of fact, and photo, profile and publishing beside. */
export const noticeKinds = (): NoticeKind[] =>
  consentScopes.map((kind) => {
    const factKind = factKinds.find((one) => one === kind);
    if (!factKind) return { kind, class: "P", basis: "consent", retention: year };
    const rule = factRules[factKind];
    return { kind, class: rule.class, basis: rule.defaultBasis, retention: retentionOf(factKind) };
  });
