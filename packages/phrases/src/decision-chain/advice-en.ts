import type { WordsLike } from "../words-like.ts";
import type { chainAdviceZh } from "./advice-zh.ts";

export const chainAdviceEn: WordsLike<typeof chainAdviceZh> = {
  play: {
    protect: "Protect",
    activate: "Activate",
    win: "Win over",
    proof: "Bring proof",
    clarify: "Clarify",
    recover: "Recover",
    contain: "Contain lawfully",
    find_out: "Find out",
  },
  playHow: {
    protect: "Report progress on time, never put them in a corner, never lean on them alone",
    activate: "Ask for one concrete thing: an introduction, or a word on results in a meeting",
    win: "Ask what they are measured by and say what we can do for it",
    proof: "Bring a case of their industry, trial data or a site visit",
    clarify: "Put the misunderstanding right in person, then in writing",
    recover: "Ask why they stepped back and make good what we owe",
    contain:
      "Answer each objection openly and win support around them; no pressure, no way round the rules",
    find_out: "Ask one thing at the next meeting: how do they see this project",
  },
  styleDo: {
    result_first: "Conclusion and gain first",
    offer_options: "Two or three options, theirs to choose",
    end_on_time: "Start on time, end early",
    share_the_vision: "Prospects and highlights first",
    tell_a_case: "Tell a story that went well",
    write_down_after: "Write down afterwards what was agreed",
    take_time_for_people: "A few words about people before business",
    bring_the_team_along: "Bring their team along",
    promise_support: "Say who answers if something goes wrong",
    send_papers_before: "Send the papers ahead",
    show_the_evidence: "Give source and method of every figure",
    answer_every_question: "Answer every question in writing",
  },
  styleDont: {
    long_background: "A long lead-up",
    contest_in_public: "Arguing in front of others",
    miss_the_deadline: "Missing a promised date",
    drown_in_figures: "Opening with a wall of figures",
    cut_the_enthusiasm: "Cooling their enthusiasm",
    leave_it_spoken: "Leaving it at spoken words",
    press_for_a_yes: "Pressing for a yes on the spot",
    sudden_change: "Changing plans suddenly",
    read_silence_as_yes: "Taking silence for a yes",
    round_the_figures: "Vague figures",
    hurry_the_check: "Hurrying them past a check",
    promise_without_proof: "Promising without grounds",
  },
  coachTest: {
    credible: "Is believed by the others",
    wants_us_to_win: "Wants us to win",
    acts_for_us: "Acts for us",
  },
  coachTestHint: {
    credible: "E.g. their view carried the review twice",
    wants_us_to_win: "E.g. said our offer would end their downtime",
    acts_for_us: "E.g. brought the head of equipment to the table last week",
  },
  coachPublic:
    "A coach is a public, unpaid role: no money, no favours, no secrets. There is no place here to note any.",
};
