/** Keys of phrases hold no colon: it parts namespaces. */
export const lineKey = <Key extends string>(line: Key) =>
  line.replace(":", "_") as Key extends `${infer A}:${infer B}` ? `${A}_${B}` : Key;
