import type { NotificationKind } from "@mainstay/domain/notification/notification-kind";
import type { NotificationReasons } from "@mainstay/domain/notification/notification-reason";
import type { Speaker } from "../reason/speaker.ts";

/** One sentence a kind; a kind without its sentence does not compile. */
export type NewsWords = {
  readonly [Kind in NotificationKind]: (params: NotificationReasons[Kind], say: Speaker) => string;
};
