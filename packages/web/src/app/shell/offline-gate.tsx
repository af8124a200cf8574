import { Suspense, lazy, useEffect, useState, useSyncExternalStore } from "react";
import { onKeptAt, readKeptAt } from "../../lib/offline/kept-mark.ts";
import { useSession } from "../../lib/session.ts";
import { withLaterWords } from "../../lib/voice.ts";

const OfflineStrip = lazy(() =>
  withLaterWords(() =>
    import("../../features/quick-log/offline-strip.tsx").then((m) => ({ default: m.OfflineStrip })),
  ),
);

const onNetwork = (listener: () => void) => {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
};

/** Lets the device work without network, once the first screen has had its turn; its strip comes with it. */
export const OfflineGate = () => {
  const { user } = useSession();
  const keptAt = useSyncExternalStore(onKeptAt, readKeptAt);
  const isOnline = useSyncExternalStore(onNetwork, () => navigator.onLine);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    let stop: () => void = () => undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      void import("../../lib/offline/start-offline.ts").then(
        async ({ startOffline }) => {
          const begun = await startOffline(user.id);
          if (isGone) begun();
          else {
            stop = begun;
            setReady(true);
          }
        },
        () => undefined,
      );
    }, 500);
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop();
    };
  }, [user.id]);
  const isOffline = !isOnline || keptAt !== null;
  if (!isReady && !isOffline) return null;
  return (
    <Suspense>
      <OfflineStrip isOffline={isOffline} keptAt={keptAt} />
    </Suspense>
  );
};
