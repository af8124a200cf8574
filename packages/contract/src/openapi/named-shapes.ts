import { z } from "zod";
import * as accessToken from "../access-token.ts";
import * as account from "../account.ts";
import * as accountPage from "../account-page.ts";
import * as audit from "../audit.ts";
import * as problem from "../error/problem.ts";
import * as evaluation from "../evaluation.ts";
import * as imports from "../import.ts";
import * as interaction from "../interaction.ts";
import * as order from "../order.ts";
import * as pause from "../pause.ts";
import * as person from "../person.ts";
import * as policy from "../policy.ts";
import * as recordBatch from "../record-batch.ts";
import * as savedView from "../saved-view.ts";
import * as session from "../session.ts";
import * as setting from "../setting.ts";
import * as signal from "../signal.ts";
import * as task from "../task.ts";
import * as today from "../today.ts";
import * as user from "../user.ts";
import * as workday from "../workday.ts";

const modules: object[] = [
  problem,
  session,
  user,
  accessToken,
  today,
  signal,
  account,
  accountPage,
  person,
  order,
  interaction,
  task,
  imports,
  recordBatch,
  evaluation,
  policy,
  savedView,
  setting,
  workday,
  pause,
  audit,
];

/** Every exported shape of the contract under its own name, so that OpenAPI says it once and points to it. */
export const namedShapes = z.registry<{ id: string }>();
for (const exported of modules) {
  for (const [name, value] of Object.entries(exported)) {
    const isShape = value instanceof z.ZodObject && /^[A-Z]/.test(name);
    if (isShape && !namedShapes.has(value)) namedShapes.add(value, { id: name });
  }
}
