import { accountPageZh } from "./account-page/zh.ts";
import { accountZh } from "./account/zh.ts";
import { appZh } from "./app/zh.ts";
import { auditZh } from "./audit/zh.ts";
import { dayZh } from "./day/zh.ts";
import { chainZh } from "./decision-chain/zh.ts";
import { departmentZh } from "./department/zh.ts";
import { guardZh } from "./sign-in-guard/zh.ts";
import { singleSignOnZh } from "./single-sign-on/zh.ts";
import { factZh } from "./fact/zh.ts";
import { briefZh } from "./brief/zh.ts";
import { figureZh } from "./figure/zh.ts";
import { glossaryZh } from "./glossary/zh.ts";
import { importZh } from "./import/zh.ts";
import { interactionZh } from "./interaction/zh.ts";
import { personZh } from "./person/zh.ts";
import { policyZh } from "./policy/zh.ts";
import { relationshipZh } from "./relationship/zh.ts";
import { mapZh } from "./relationship-map/zh.ts";
import { sessionZh } from "./session/zh.ts";
import { settingZh } from "./setting/zh.ts";
import { setupZh } from "./setup/zh.ts";
import { signalZh } from "./signal/zh.ts";
import { stateZh } from "./state/zh.ts";
import { taskZh } from "./task/zh.ts";
import { todayZh } from "./today/zh.ts";

/** Every phrase of the page in Chinese, by noun. */
export const zh = {
  account: accountZh,
  accountPage: accountPageZh,
  app: appZh,
  audit: auditZh,
  day: dayZh,
  chain: chainZh,
  department: departmentZh,
  guard: guardZh,
  singleSignOn: singleSignOnZh,
  fact: factZh,
  brief: briefZh,
  figure: figureZh,
  glossary: glossaryZh,
  import: importZh,
  interaction: interactionZh,
  map: mapZh,
  person: personZh,
  policy: policyZh,
  relationship: relationshipZh,
  session: sessionZh,
  setting: settingZh,
  setup: setupZh,
  signal: signalZh,
  state: stateZh,
  task: taskZh,
  today: todayZh,
};
