import type { FactKindView } from "@mainstay/contract/fact";
import {
  type FactKind,
  factKinds,
  factRules,
  firstFactKinds,
} from "@mainstay/domain/fact/fact-kind";
import { basesOfKind } from "@mainstay/domain/fact/may-enter-fact";

/** Every kind with what law asks of it, and whether this workspace has assessed it. */
export const presentCatalogue = (assessments: ReadonlyMap<FactKind, string>): FactKindView[] =>
  factKinds.map((kind) => {
    const rule = factRules[kind];
    const { retention } = rule;
    return {
      kind,
      class: rule.class,
      shape: rule.shape,
      defaultBasis: rule.defaultBasis,
      bases: [...basesOfKind(kind)],
      retention: {
        from: retention.from,
        count: retention.from === "verified" ? retention.months : retention.days,
      },
      isFirst: (firstFactKinds as readonly FactKind[]).includes(kind),
      isSingle: rule.isSingle === true,
      isProfile: rule.isProfile === true,
      needsGuardian: rule.needsGuardian === true,
      needsAssessment: rule.class === "S",
      isAssessed: assessments.has(kind),
    };
  });
