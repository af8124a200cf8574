import { accountZh } from "./account/zh.ts";
import { appZh } from "./app/zh.ts";
import { dayZh } from "./day/zh.ts";
import { guardZh } from "./sign-in-guard/zh.ts";
import { singleSignOnZh } from "./single-sign-on/zh.ts";
import { glossaryZh } from "./glossary/zh.ts";
import { interactionZh } from "./interaction/zh.ts";
import { sessionZh } from "./session/zh.ts";
import { setupZh } from "./setup/zh.ts";
import { signalZh } from "./signal/zh.ts";
import { stateZh } from "./state/zh.ts";
import { taskZh } from "./task/zh.ts";
import { todayZh } from "./today/zh.ts";

/** Every phrase of the page in Chinese, by noun. */
export const zh = {
  account: accountZh,
  app: appZh,
  day: dayZh,
  guard: guardZh,
  singleSignOn: singleSignOnZh,
  glossary: glossaryZh,
  interaction: interactionZh,
  session: sessionZh,
  setup: setupZh,
  signal: signalZh,
  state: stateZh,
  task: taskZh,
  today: todayZh,
};
