import { useSyncExternalStore } from "react";

const watch = (query: string) => {
  const list = window.matchMedia(query);
  return {
    read: () => list.matches,
    subscribe: (listener: () => void) => {
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
  };
};

const phone = watch("(max-width: 719.98px)");
const dark = watch("(prefers-color-scheme: dark)");

/** True on a screen as narrow as a phone; the same border as `720px` in the style sheets. */
export const useIsPhone = (): boolean => useSyncExternalStore(phone.subscribe, phone.read);

/** For loaders, which decide before anything is drawn. */
export const isPhoneNow = (): boolean => phone.read();

export const useSystemIsDark = (): boolean => useSyncExternalStore(dark.subscribe, dark.read);
