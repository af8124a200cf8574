/** What the readers of one evaluation share. `tenant` is a quoted literal; `indexOf` gives an account's place. */
export interface LoadScope {
  readonly tenant: string;
  /** Last calendar day that counts. */
  readonly until: string;
  readonly only: readonly string[] | null;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly accounts: number;
}

/** Columns that grow as rows stream in; `done` cuts them to size. */
export const growing = <A extends Int32Array | Float64Array>(make: (length: number) => A) => {
  let column = make(1024);
  let length = 0;
  return {
    push: (value: number): void => {
      if (length === column.length) {
        const wider = make(length * 2);
        wider.set(column as never);
        column = wider;
      }
      column[length++] = value;
    },
    done: (): A => column.slice(0, length) as A,
    get length() {
      return length;
    },
  };
};

/** From how many rows each account has to where its rows begin. */
export const offsetsOf = (counts: Int32Array): Int32Array => {
  const offsets = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) offsets[i + 1] = offsets[i]! + counts[i]!;
  return offsets;
};
