import { useEffect, useState } from "react";

/** The present instant, told anew every half minute, so that a running clock moves on the screen. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const beat = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(beat);
  }, []);
  return now;
};
