import { accounts } from "@mainstay/contract/account";
import { accountPage } from "@mainstay/contract/account-page";
import { lifecycles } from "@mainstay/contract/lifecycle";
import { tasks } from "@mainstay/contract/task";
import { today } from "@mainstay/contract/today";

/** What is kept of a stage and its steps, and is stale after one of them moved. */
export const staleAfterStep = [lifecycles.get, tasks.list, today.get, accountPage.get];
export const staleAfterStage = [...staleAfterStep, lifecycles.dueMoves, accounts.list];
