/** An account on a day; the same account may be asked for on several days. */
export interface AccountDay {
  readonly accountId: string;
  readonly asOf: string;
}

export const keyOf = ({ accountId, asOf }: AccountDay): string => `${accountId} ${asOf}`;
