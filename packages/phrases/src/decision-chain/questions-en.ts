import type { WordsLike } from "../words-like.ts";
import type { chainQuestionsZh } from "./questions-zh.ts";

export const chainQuestionsEn: WordsLike<typeof chainQuestionsZh> = {
  stance: {
    acted: {
      ask: "What did they do for us in the last 90 days?",
      answers: {
        fought: "Stood up for us openly, at a risk to themselves",
        helped: "Helped unasked: an introduction, a meeting, public papers",
        answered: "Answered when asked, no more",
        blocked: "Did something against us",
        nothing: "Nothing, or we had no contact",
      },
    },
    says: {
      ask: "What do they say of us when we are not in the room?",
      answers: {
        recommends: "Recommends us unasked",
        speaks_well: "Speaks well of us",
        balanced: "Takes no side",
        doubts: "Raises doubts",
        speaks_against: "Speaks against us, or for a rival",
        not_heard: "We have heard nothing",
      },
    },
    if_we_win: {
      ask: "What happens to their work if we win?",
      answers: {
        gains: "It gets better: results, ease, a project that succeeds",
        no_difference: "Hardly anything changes",
        loses: "It gets harder: more trouble, or a duty lost",
        not_known: "I do not know",
      },
    },
    earlier: {
      ask: "Has their support changed from before?",
      answers: {
        closer: "More than before",
        unchanged: "No change",
        stepped_back: "Supported us once, has stepped back",
        not_known: "I do not know",
      },
    },
    facts: {
      ask: "Do they have anything about us wrong?",
      answers: {
        accurate: "Their picture is right by and large",
        wrong: "Something is clearly misunderstood",
        not_known: "I do not know",
      },
    },
  },
  influence: {
    part: {
      ask: "Which part do they have in a purchase like this?",
      answers: {
        decides: "Has the final word",
        can_stop: "Can veto it",
        proposes: "Proposes or scores the offers",
        gives_opinion: "Gives an opinion",
        no_part: "No part",
        not_known: "I do not know",
      },
    },
    asked_first: {
      ask: "Do others ask them before they decide?",
      answers: {
        always: "Every time",
        sometimes: "Sometimes",
        rarely: "Rarely",
        not_known: "I do not know",
      },
    },
    last_dispute: {
      ask: "When views differed last time, who prevailed?",
      answers: {
        prevailed: "They did",
        compromise: "Both gave way a little",
        gave_way: "They gave way",
        not_known: "I do not know",
      },
    },
    access: {
      ask: "Can they see the one who decides at any time?",
      answers: {
        any_time: "Yes, or they are the one who decides",
        through_others: "Through somebody else",
        none: "No",
        not_known: "I do not know",
      },
    },
  },
  style: {
    pace: {
      ask: "At what pace do they speak and decide?",
      answers: { fast: "Fast and straight", measured: "Measured, thinks first" },
    },
    focus: {
      ask: "What matters more to them when talking business?",
      answers: { task: "The matter: goals, figures", people: "People: feelings, relations" },
    },
    opens_with: {
      ask: "What do they usually open a meeting with?",
      answers: {
        result: "Results and dates",
        story: "Ideas and stories",
        wellbeing: "How everybody is",
        detail: "Details and grounds",
      },
    },
    wants: {
      ask: "What do they most want to see in a proposal?",
      answers: {
        options: "A few options, theirs to choose",
        vision: "Prospects and highlights",
        agreement: "Everybody agreeing",
        proof: "Figures and proof",
      },
    },
  },
};
