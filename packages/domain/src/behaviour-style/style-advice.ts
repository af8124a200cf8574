import type { BehaviourStyle } from "./behaviour-style.ts";

/** Three dos and three don'ts for a meeting with a person of a style, as phrase ids (`chain.styleDo.<id>`, `chain.styleDont.<id>`). */
export const styleAdvice = {
  driver: {
    dos: ["result_first", "offer_options", "end_on_time"],
    donts: ["long_background", "contest_in_public", "miss_the_deadline"],
  },
  expressive: {
    dos: ["share_the_vision", "tell_a_case", "write_down_after"],
    donts: ["drown_in_figures", "cut_the_enthusiasm", "leave_it_spoken"],
  },
  amiable: {
    dos: ["take_time_for_people", "bring_the_team_along", "promise_support"],
    donts: ["press_for_a_yes", "sudden_change", "read_silence_as_yes"],
  },
  analytical: {
    dos: ["send_papers_before", "show_the_evidence", "answer_every_question"],
    donts: ["round_the_figures", "hurry_the_check", "promise_without_proof"],
  },
} as const satisfies Record<BehaviourStyle, { dos: readonly string[]; donts: readonly string[] }>;

export type StyleDo = (typeof styleAdvice)[BehaviourStyle]["dos"][number];
export type StyleDont = (typeof styleAdvice)[BehaviourStyle]["donts"][number];

/** What helps and what hurts in a meeting with a person of this style; for the meeting brief. */
export const adviceForStyle = (
  style: BehaviourStyle,
): { readonly dos: readonly StyleDo[]; readonly donts: readonly StyleDont[] } => styleAdvice[style];
