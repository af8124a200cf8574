import { accountPageEn } from "./account-page/en.ts";
import { accountEn } from "./account/en.ts";
import { appEn } from "./app/en.ts";
import { auditEn } from "./audit/en.ts";
import { dayEn } from "./day/en.ts";
import { chainEn } from "./decision-chain/en.ts";
import { departmentEn } from "./department/en.ts";
import { guardEn } from "./sign-in-guard/en.ts";
import { singleSignOnEn } from "./single-sign-on/en.ts";
import { factEn } from "./fact/en.ts";
import { briefEn } from "./brief/en.ts";
import { figureEn } from "./figure/en.ts";
import { glossaryEn } from "./glossary/en.ts";
import { importEn } from "./import/en.ts";
import { interactionEn } from "./interaction/en.ts";
import { personEn } from "./person/en.ts";
import { policyEn } from "./policy/en.ts";
import { relationshipEn } from "./relationship/en.ts";
import { mapEn } from "./relationship-map/en.ts";
import { sessionEn } from "./session/en.ts";
import { settingEn } from "./setting/en.ts";
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
  accountPage: accountPageEn,
  app: appEn,
  audit: auditEn,
  day: dayEn,
  chain: chainEn,
  department: departmentEn,
  guard: guardEn,
  singleSignOn: singleSignOnEn,
  fact: factEn,
  brief: briefEn,
  figure: figureEn,
  glossary: glossaryEn,
  import: importEn,
  interaction: interactionEn,
  map: mapEn,
  person: personEn,
  policy: policyEn,
  relationship: relationshipEn,
  session: sessionEn,
  setting: settingEn,
  setup: setupEn,
  signal: signalEn,
  state: stateEn,
  task: taskEn,
  today: todayEn,
};
