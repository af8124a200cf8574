import type { WithdrawalView } from "@mainstay/contract/consent";
import { apiPrefix } from "@mainstay/contract/endpoint/headers";

// Only paths, not the contract itself: its checks would be most of this page's weight. A test compares them.
export const lookPath = "/withdrawals/look";
export const withdrawPath = "/withdrawals";

/** What the server says of the link: an answer, that the link is gone, or nothing. */
export type Told<Answer> = { readonly answer: Answer } | "gone" | "unreachable";

const ask = async <Answer>(path: string, token: string): Promise<Told<Answer>> => {
  try {
    const response = await fetch(`${apiPrefix}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
      credentials: "omit",
    });
    if (response.ok) return { answer: (await response.json()) as Answer };
    return response.status === 410 || response.status === 400 ? "gone" : "unreachable";
  } catch {
    return "unreachable";
  }
};

export const lookAtLink = (token: string) => ask<WithdrawalView>(lookPath, token);
export const withdrawByLink = (token: string) =>
  ask<{ receiptId: string; deleted: number }>(withdrawPath, token);
