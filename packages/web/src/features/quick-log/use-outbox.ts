import { useEffect, useState } from "react";
import type { WaitingLog } from "../../lib/offline/offline-store.ts";
import { listWaiting, onOutbox } from "../../lib/offline/outbox.ts";
import { useSession } from "../../lib/session.ts";

/** My logs that have not reached the server yet, as the queue changes. */
export const useOutbox = (): readonly WaitingLog[] => {
  const { user } = useSession();
  const [waiting, setWaiting] = useState<readonly WaitingLog[]>([]);
  useEffect(() => {
    let isShown = true;
    const look = () =>
      void listWaiting(user.id)
        .then((logs) => isShown && setWaiting(logs))
        .catch(() => undefined);
    look();
    const stop = onOutbox(look);
    return () => {
      isShown = false;
      stop();
    };
  }, [user.id]);
  return waiting;
};
