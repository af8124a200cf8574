import type { Reason } from "@mainstay/contract/endpoint/wire";
import { useReasonWords } from "../lib/reason-words.ts";

/** A reason as one complete sentence in the reader's language. */
export const ReasonText = ({ reason }: { reason: Reason }) => <>{useReasonWords()(reason)}</>;
