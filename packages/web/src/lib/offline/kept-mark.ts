/** Stands on an answer that comes from this device instead of the server: when it was kept, ISO. */
export const keptAtHeader = "x-mainstay-kept-at";

let keptAt: string | null = null;
const listeners = new Set<() => void>();

const tell = (next: string | null): void => {
  if (next === keptAt) return;
  keptAt = next;
  for (const listener of listeners) listener();
};

/** Looks at an answer on its way to the page: is it fresh, or one that was kept? */
export const noteAnswer = (response: Response): void => tell(response.headers.get(keptAtHeader));

/** When the oldest of what is on the screen may be from; null while the server answers. */
export const readKeptAt = (): string | null => keptAt;

export const onKeptAt = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
