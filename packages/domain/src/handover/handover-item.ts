import type { HandoverSide } from "./handover-kind.ts";

/** One thing to do in a handover; `isMandatory` ones are done before the pack is accepted, or a reason is given. */
export interface HandoverItemRule {
  readonly key: HandoverItemKey;
  readonly isMandatory: boolean;
}

/** Everything a checklist may hold; words stand in phrases under the key. */
export const handoverItemKeys = [
  "say_thanks",
  "find_successor",
  "update_map",
  "confirm_open_promises",
  "end_consents",
  "visit_successor",
  "walk_through_pack",
  "joint_call",
  "introduce_successor",
  "transfer_open_items",
] as const;
export type HandoverItemKey = (typeof handoverItemKeys)[number];

const must = (key: HandoverItemKey): HandoverItemRule => ({ key, isMandatory: true });
const may = (key: HandoverItemKey): HandoverItemRule => ({ key, isMandatory: false });

/**
 * 交接清单 What is to be done, in order (capabilities L5). Theirs: thank the one who leaves and ask for an introduction, find
 * who follows, bring the map up to date, confirm what is open, end what the leaver's consents carried, visit the new contact.
 * Ours: walk through the pack, call the customer together, introduce the successor, hand over the open items.
 */
export const handoverItems: Readonly<Record<HandoverSide, readonly HandoverItemRule[]>> = {
  theirs: [
    may("say_thanks"),
    must("find_successor"),
    may("update_map"),
    must("confirm_open_promises"),
    must("end_consents"),
    may("visit_successor"),
  ],
  ours: [
    must("walk_through_pack"),
    may("joint_call"),
    may("introduce_successor"),
    must("transfer_open_items"),
  ],
};
