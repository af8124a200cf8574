/** Works something out once for each thing that does not change: the directory is read at every key that is typed. */
export const remember = <Thing extends object, Result>(
  workOut: (thing: Thing) => Result,
): ((thing: Thing) => Result) => {
  const known = new WeakMap<Thing, { readonly result: Result }>();
  return (thing) => {
    const before = known.get(thing);
    if (before) return before.result;
    const result = workOut(thing);
    known.set(thing, { result });
    return result;
  };
};
