import { accountPage } from "@mainstay/contract/account-page";
import { handovers } from "@mainstay/contract/handover";
import { tasks } from "@mainstay/contract/task";
import { today } from "@mainstay/contract/today";

/** What is out of date once a handover has changed. */
export const staleAfterHandover = [
  handovers.list,
  handovers.get,
  handovers.pack,
  accountPage.get,
  tasks.list,
  today.get,
] as const;
