import type { GivenAnswer } from "@mainstay/contract/survey-response";
import type { Refusal, Told } from "../public/ask-server.ts";
import { type AnswerDraft, withAnswer, withSaved } from "./answer-draft.ts";

/** `here`: kept on the device alone until it is handed in. */
export type SavingState = "here" | "idle" | "saving" | "saved" | "unsaved";

export interface SaverWorld {
  readonly isKeptHere: boolean;
  readonly save: (answers: readonly GivenAnswer[]) => Promise<Told<void>>;
  /** Keeps the draft on the device and shows it. */
  readonly keep: (draft: AnswerDraft) => void;
  readonly tell: (saving: SavingState) => void;
}

export interface AnswerSaver {
  readonly draft: () => AnswerDraft;
  readonly answer: (given: GivenAnswer) => void;
  /** Sends now what the server does not have yet. */
  readonly send: () => Promise<void>;
  readonly stop: () => void;
}

const afterTypingMs = 700;
const afterFailingMs = 8000;

const waitFor = (refusal: Refusal): number =>
  refusal.kind === "too_many" ? refusal.seconds * 1000 : afterFailingMs;

/**
 * Keeps answers on the device at once and on the server a moment later, again and again while the line is broken. What was
 * typed meanwhile is sent next; nothing is sent twice at a time.
 */
export const createAnswerSaver = (first: AnswerDraft, world: SaverWorld): AnswerSaver => {
  let draft = first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  const put = (next: AnswerDraft) => {
    draft = next;
    world.keep(next);
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), ms);
  };
  const send = async () => {
    const sent = draft.unsaved.flatMap((place) => draft.answers[place] ?? []);
    if (world.isKeptHere || isSending || sent.length === 0) return;
    isSending = true;
    world.tell("saving");
    const told = await world.save(sent);
    isSending = false;
    const isSaved = "answer" in told;
    if (isSaved) put(withSaved(draft, sent));
    world.tell(isSaved ? "saved" : "unsaved");
    if (draft.unsaved.length > 0) later(isSaved ? afterTypingMs : waitFor(told.refusal));
  };
  return {
    draft: () => draft,
    answer(given) {
      put(withAnswer(draft, given));
      if (!world.isKeptHere) later(afterTypingMs);
    },
    send,
    stop: () => clearTimeout(timer),
  };
};
