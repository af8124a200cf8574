import { Worker } from "node:worker_threads";
import type { PdfDefinition } from "./pdf-definition.ts";

export interface PdfOrder {
  readonly number: number;
  readonly definition: PdfDefinition;
}
export type PdfAnswer = { readonly number: number } & (
  | { readonly pdf: Uint8Array }
  | { readonly failure: string }
);

const idleMs = 60_000;
const longestMs = 60_000;

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let lastNumber = 0;
const waiting = new Map<number, Waiting>();

/**
 * Prints a paper as PDF (A4 unless told), Chinese included, on a thread of its own, so that fonts and layout never hold
 * up a request. The thread stays for a minute after its last paper. Fails after a minute of work.
 */
export const makePdf = (definition: PdfDefinition): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    clearTimeout(idle);
    thread ??= startThread();
    lastNumber += 1;
    const timer = setTimeout(() => end(new Error("The PDF took too long.")), longestMs);
    waiting.set(lastNumber, { resolve, reject, timer });
    thread.ref();
    thread.postMessage({ number: lastNumber, definition } satisfies PdfOrder);
  });

const startThread = (): Worker => {
  const started = new Worker(new URL("./start-pdf-thread.mjs", import.meta.url));
  started.on("message", take);
  started.on("error", (error) => {
    if (thread === started) end(error);
  });
  started.on("exit", () => {
    if (thread === started) end(new Error("The PDF thread ended."));
  });
  return started;
};

const take = (answer: PdfAnswer): void => {
  const order = waiting.get(answer.number);
  if (!order) return;
  waiting.delete(answer.number);
  clearTimeout(order.timer);
  if ("pdf" in answer) order.resolve(Buffer.from(answer.pdf));
  else order.reject(new Error(answer.failure));
  if (waiting.size > 0) return;
  thread?.unref();
  idle = setTimeout(() => end(new Error("The PDF thread was idle.")), idleMs);
  idle.unref();
};

/** Ends the thread; whoever still waits is told why. */
const end = (error: Error): void => {
  const ended = thread;
  thread = null;
  clearTimeout(idle);
  for (const order of waiting.values()) {
    clearTimeout(order.timer);
    order.reject(error);
  }
  waiting.clear();
  void ended?.terminate();
};
