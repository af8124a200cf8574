import type { ShippedWords } from "./shipped-consent-texts.ts";

const ordinary = (what: string, use: string): string =>
  `I have read the notice on the processing of personal information. I freely agree that you collect and use ${what} in order to ${use}. ` +
  "Only those who work with my organisation see it; it is kept for at most twenty-four months after it was last verified and then deleted; it is not given to third parties and not published. " +
  "I know that I may agree to some of these only, that refusing has no effect on our business, and that I may withdraw at any time: you then stop using it at once and delete it.";

const separate = (what: string, use: string, need: string, impact: string, kept: string): string =>
  `I have read the notice on the processing of personal information. ${what} is sensitive personal information. I give a separate consent that you collect and use it, only in order to ${use}. ` +
  `Why it is needed: ${need} What it means for me: ${impact} ` +
  `You keep it encrypted; whoever looks at it must give a reason and is recorded; it is deleted ${kept}; it is not given to third parties and not published. ` +
  "Refusing has no effect on our business, and I may withdraw at any time: you then stop using it at once and delete it.";

const tripKept = "thirty days after the trip at the latest";
const tripImpact =
  "a leak could tell others where I am; therefore only the region and the month are noted, no place, train or lodging.";

export const shippedTextsEn: ShippedWords = {
  anniversaries: {
    purpose: "Greetings on birthdays and other days",
    words: ordinary(
      "my birthday (day and month, the year if I like) and year of birth",
      "greet me on these days",
    ),
  },
  background: {
    purpose: "Knowing what we have in common",
    words: ordinary("my home town and school", "know what we have in common"),
  },
  family: {
    purpose: "Regards to the family, meetings that respect it",
    words: ordinary(
      "facts about my family (none about children under fourteen) and whether I have children",
      "send regards and arrange meetings that respect my family",
    ),
  },
  interests: {
    purpose: "Meetings and events that suit interests and habits",
    words: ordinary(
      "what I like in sports, food, books and leisure, and my working habits",
      "arrange meetings and events that suit me",
    ),
  },
  work: {
    purpose: "Knowing duties and ways of working together",
    words: ordinary(
      "my role in the organisation, how I work with colleagues, and my career plans",
      "know my duties and how we work together",
    ),
  },
  profile: {
    purpose: "Assessing stance and influence in joint projects to serve better",
    words:
      `${ordinary("assessments of my stance, influence, style and personality in joint projects", "serve better and work together well")} ` +
      "People make these assessments; no decision about me is made by a machine alone. I may ask for an explanation and may refuse such assessments.",
  },
  photo: {
    purpose: "Recognising the person in the file",
    words: `${ordinary("one photo of me", "recognise me in your internal files")} It is not used for face recognition.`,
  },
  publish: {
    purpose: "Naming or showing the person in a case study or publication",
    words:
      "I have read the notice on the processing of personal information. I give a separate consent that you publish my name, organisation, position and photo in a case study or publication that I have seen beforehand. " +
      "Content and channel are those I have seen; anything beyond needs my consent again. " +
      "Refusing has no effect on our business, and I may withdraw at any time: you then stop publishing and take down what can be taken down.",
  },
  child_birthday: {
    purpose: "Greetings on a child's birthday",
    words: separate(
      "The birthday of my child under fourteen",
      "send greetings on that day",
      "without the day there is no greeting; if it is enough to know that I have children, I need not agree.",
      "it concerns a minor; a leak could touch the child's peace and safety. The guardian gives this consent.",
      "twelve months after it was last verified",
    ),
  },
  diet_restriction: {
    purpose: "Meals without what must be avoided",
    words: separate(
      "What I cannot or do not eat (it may show health or belief)",
      "arrange meals without it",
      "without it a meal may be unsafe or disrespectful.",
      "a leak could show my health or belief to others.",
      "thirty days after the meal at the latest",
    ),
  },
  last_holiday: {
    purpose: "Talking of the last holiday",
    words: separate(
      "Region and month of my last holiday (whereabouts)",
      "talk of it when we meet",
      "it is used only when I like to speak of it.",
      tripImpact,
      tripKept,
    ),
  },
  next_holiday: {
    purpose: "Meetings outside holidays",
    words: separate(
      "Region and month of my next holiday (whereabouts)",
      "arrange meetings outside it",
      "without it you might disturb my holiday.",
      tripImpact,
      tripKept,
    ),
  },
  itinerary: {
    purpose: "Receptions and meetings along a trip",
    words: separate(
      "Region and month of my trips (whereabouts)",
      "arrange receptions and meetings",
      "without it no reception can be arranged.",
      tripImpact,
      tripKept,
    ),
  },
  public_identity: {
    purpose: "Keeping the rules for dealing with officials",
    words: separate(
      "Public office, party or another specific identity",
      "keep the rules for dealing with officials",
      "without it hospitality and gifts cannot be approved as the rules demand.",
      "a leak could touch how others regard me.",
      "when the office ends, or twelve months after it was last verified",
    ),
  },
};
