import { accountEn } from "./account/en.ts";
import { appEn } from "./app/en.ts";
import { dayEn } from "./day/en.ts";
import { guardEn } from "./sign-in-guard/en.ts";
import { singleSignOnEn } from "./single-sign-on/en.ts";
import { glossaryEn } from "./glossary/en.ts";
import { interactionEn } from "./interaction/en.ts";
import { sessionEn } from "./session/en.ts";
import { setupEn } from "./setup/en.ts";
import { signalEn } from "./signal/en.ts";
import { stateEn } from "./state/en.ts";
import { taskEn } from "./task/en.ts";
import { todayEn } from "./today/en.ts";
import type { WordsLike } from "./words-like.ts";
import type { zh } from "./zh.ts";

/** Every phrase of the page in English, by noun; a noun or key that Chinese has and English lacks does not compile. */
export const en: WordsLike<typeof zh> = {
  account: accountEn,
  app: appEn,
  day: dayEn,
  guard: guardEn,
  singleSignOn: singleSignOnEn,
  glossary: glossaryEn,
  interaction: interactionEn,
  session: sessionEn,
  setup: setupEn,
  signal: signalEn,
  state: stateEn,
  task: taskEn,
  today: todayEn,
};
