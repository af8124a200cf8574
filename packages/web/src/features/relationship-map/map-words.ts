import type { MapNode } from "@mainstay/contract/relationship-map";
import type { TieView } from "@mainstay/contract/tie";
import { isDirected } from "@mainstay/domain/tie/tie-rules";
import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

type Weight = "1" | "2" | "3";

/** An index −100 … +100 with its sign. */
export const signedIndex = (index: number): string =>
  `${Math.round(index) > 0 ? "+" : ""}${formatNumber(Math.round(index))}`;

/** What the map says about people and lines, as words; the canvas, the list, the card and the reader's voice say the same. */
export const mapWords = (t: TFunction) => {
  const stance = (node: MapNode): string =>
    t(`glossary.stance.${node.stance?.stance ?? "unknown"}`);
  const role = (node: MapNode): string | null =>
    node.role === null ? null : t(`glossary.buyingRole.${node.role}`);
  const influence = ({ influence: judged }: MapNode): string | null =>
    judged === null
      ? null
      : judged.isAssumed
        ? t("map.node.influenceAssumed")
        : t("map.node.influence", { influence: judged.influence });
  const coverage = (node: MapNode): string | null =>
    node.coverage === null
      ? null
      : t("map.node.coverage", { coverage: formatShare(node.coverage) });
  const contact = ({ lastTwoWayOn, isPlaceholder }: MapNode): string | null =>
    lastTwoWayOn !== null
      ? t("map.node.lastTwoWay", { on: lastTwoWayOn })
      : isPlaceholder
        ? null
        : t("map.node.neverMet");
  const placeholder = ({ isPlaceholder, placeholderSince }: MapNode): string | null =>
    !isPlaceholder
      ? null
      : placeholderSince === null
        ? t("map.node.placeholder")
        : t("map.node.placeholderSince", { on: placeholderSince });
  const profile = (node: MapNode): string[] => {
    if (node.profile !== "shown") return [t(`map.node.${node.profile}`)];
    return [
      stance(node),
      node.stance?.isStale ? t("map.node.stale") : null,
      node.stance?.isDisputed ? t("map.node.disputed") : null,
    ].filter((words) => words !== null);
  };
  const job = ({ title, department, isPlaceholder }: MapNode): string =>
    [isPlaceholder ? null : title, department].filter(Boolean).join(" · ");
  return {
    stance,
    role,
    influence,
    coverage,
    contact,
    placeholder,
    profile,
    job,
    tieKind: (kind: TieView["kind"]): string => t(`map.tieKind.${kind}`),
    weight: (weight: number): string => t(`map.weight.${String(weight) as Weight}`),
    /** A line as seen from one of its ends. */
    tie: (tie: TieView, personId: string, nameOf: (id: string) => string): string => {
      const isFrom = tie.fromPersonId === personId;
      const form = !isDirected(tie.kind) ? "with" : isFrom ? "to" : "from";
      return t(`map.tie.${form}`, {
        kind: t(`map.tieKind.${tie.kind}`),
        name: nameOf(isFrom ? tie.toPersonId : tie.fromPersonId),
        weight: t(`map.weight.${String(tie.weight) as Weight}`),
      });
    },
    /** Everything a card shows, as one sentence. */
    sentence: (node: MapNode, superiorName: string | null): string =>
      [
        node.name,
        job(node),
        placeholder(node),
        role(node),
        ...profile(node),
        influence(node),
        coverage(node),
        contact(node),
        superiorName === null ? t("map.node.top") : t("map.node.reportsTo", { name: superiorName }),
      ]
        .filter(Boolean)
        .join(t("map.comma")),
  };
};
export type MapWords = ReturnType<typeof mapWords>;

export const useMapWords = (): MapWords => {
  const { t } = useTranslation();
  return useMemo(() => mapWords(t), [t]);
};
