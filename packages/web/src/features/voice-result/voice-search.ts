import { feelings } from "@mainstay/contract/voice";
import { segments } from "@mainstay/domain/account/segment";
import { voiceScales } from "@mainstay/domain/survey/survey-kind";
import { oneOfAddress } from "../../lib/table-state.ts";

/** What the screens of results show; held in the address, so that a view can be shared. */
export interface VoiceSearch extends Record<string, unknown> {
  survey?: string;
  round?: string;
  question?: string;
  account?: string;
  segment?: (typeof segments)[number];
  feeling?: (typeof feelings)[number];
  buyer?: "dissatisfied" | "silent";
  q?: string;
  /** These narrow the list of single answers to what a figure counts. */
  scale?: (typeof voiceScales)[number];
  overall?: "true";
  from?: string;
  to?: string;
  department?: string;
  of?: (typeof segments)[number] | "none";
}

const idOf = (value: unknown): string | undefined =>
  /^[0-9a-f-]{36}$/.test(String(value ?? "")) ? String(value) : undefined;

const dayOf = (value: unknown): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(String(value ?? "")) ? String(value) : undefined;

/** Reads the address; what is not known is left out. */
export const readVoiceSearch = (search: Record<string, unknown>): VoiceSearch => {
  const words = String(search["q"] ?? "").slice(0, 100);
  const read: VoiceSearch = {
    survey: idOf(search["survey"]),
    round: idOf(search["round"]),
    question: idOf(search["question"]),
    account: idOf(search["account"]),
    segment: oneOfAddress(segments, search["segment"]),
    feeling: oneOfAddress(feelings, search["feeling"]),
    buyer: oneOfAddress(["dissatisfied", "silent"] as const, search["buyer"]),
    q: words === "" ? undefined : words,
    scale: oneOfAddress(voiceScales, search["scale"]),
    overall: oneOfAddress(["true"] as const, search["overall"]),
    from: dayOf(search["from"]),
    to: dayOf(search["to"]),
    department: search["department"] === "none" ? "none" : idOf(search["department"]),
    of: oneOfAddress([...segments, "none"] as const, search["of"]),
  } as VoiceSearch;
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined),
  ) as VoiceSearch;
};
