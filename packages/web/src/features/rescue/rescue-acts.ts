import { rescues } from "@mainstay/contract/rescue";
import { signals } from "@mainstay/contract/signal";
import { tasks } from "@mainstay/contract/task";
import { today } from "@mainstay/contract/today";
import type { AnyEndpoint } from "../../lib/call.ts";

/** What is stale after anything happens to a rescue. */
export const rescueStale: readonly AnyEndpoint[] = [
  rescues.list,
  rescues.results,
  rescues.get,
  signals.list,
  signals.get,
  tasks.list,
  today.get,
];
