const listeners = new Set<() => void>();

/** Told by `call` when the server no longer knows the session; the app leads to sign-in and back again. */
export const noteSignedOut = (): void => {
  for (const listener of listeners) listener();
};

export const onSignedOut = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
