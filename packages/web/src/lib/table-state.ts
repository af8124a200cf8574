import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

/**
 * The filter, order and columns of a screen, held in its address so that a view can be shared and the way back
 * keeps it. Changing one replaces the entry of the history; an empty value leaves the address.
 */
export const useAddressState = <State extends Record<string, unknown>>() => {
  // Whichever screen is shown: its own route has already checked the values.
  const state = useSearch({ strict: false } as never) as State;
  const navigate = useNavigate();
  const change = useCallback(
    (changed: Partial<State>) => {
      void navigate({
        to: ".",
        replace: true,
        resetScroll: false,
        search: ((before: Record<string, unknown>) =>
          Object.fromEntries(
            Object.entries({ ...before, ...changed }).filter(
              ([, value]) => value !== undefined && value !== null && value !== "",
            ),
          )) as never,
      });
    },
    [navigate],
  );
  return [state, change] as const;
};

/** Reads one value of an address that must be among the known ones. */
export const oneOfAddress = <T extends string>(
  known: readonly T[],
  value: unknown,
): T | undefined => known.find((option) => option === value);

/** Reads several values of an address (`act,lost`), keeping only the known ones. */
export const severalOfAddress = <T extends string>(
  known: readonly T[],
  value: unknown,
): T[] | undefined => {
  const found = String(value ?? "")
    .split(",")
    .flatMap((word) => known.find((option) => option === word) ?? []);
  return found.length > 0 ? found : undefined;
};
