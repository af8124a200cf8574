import type { Locale } from "@mainstay/phrases/locale";
import { personWords } from "@mainstay/phrases/person/person-words";

const obstacles = {
  person_external_id_once: "number_taken",
  position_once: "job_taken",
  buying_role_once: "role_taken",
  buying_role_one_economic_buyer: "role_taken",
} as const;

const isKnown = (constraint: string): constraint is keyof typeof obstacles =>
  constraint in obstacles;

/** What keeps a merge from being taken back, in the reader's words, by the rule of the database it would break. */
export const mergeObstacle = (constraint: string | null, locale: Locale): string =>
  personWords[locale].merging.obstacle[
    constraint !== null && isKnown(constraint) ? obstacles[constraint] : "other"
  ];
