import type { GivenAnswer } from "@mainstay/contract/survey-response";
import { beforeEach, expect, test, vi } from "vitest";
import type { Told } from "../public/ask-server.ts";
import { type AnswerDraft, placeOf } from "./answer-draft.ts";
import { createAnswerSaver, type SavingState } from "./answer-saver.ts";

const say = (questionId: string, score: number): GivenAnswer => ({
  questionId,
  rowKey: "",
  score,
  choices: [],
  words: null,
});
const empty: AnswerDraft = { clientRef: "r", since: 0, answers: {}, unsaved: [] };
const lost: Told<void> = {
  refusal: { kind: "unreachable", code: null, words: null, seconds: 0, fields: [] },
};

let sent: GivenAnswer[][];
let told: SavingState[];
let answerWith: () => Promise<Told<void>>;
const saver = (first = empty, isKeptHere = false) =>
  createAnswerSaver(first, {
    isKeptHere,
    save: (answers) => {
      sent.push([...answers]);
      return answerWith();
    },
    keep: () => undefined,
    tell: (state) => void told.push(state),
  });

beforeEach(() => {
  vi.useFakeTimers();
  [sent, told] = [[], []];
  answerWith = async () => ({ answer: undefined });
});

test("answers are saved a moment after the last tap, together", async () => {
  const one = saver();
  one.answer(say("a", 1));
  one.answer(say("a", 2));
  one.answer(say("b", 5));
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([[say("a", 2), say("b", 5)]]);
  expect(told).toEqual(["saving", "saved"]);
  expect(one.draft().unsaved).toEqual([]);
});

test("while the line is broken nothing is lost and it is tried again", async () => {
  answerWith = async () => lost;
  const one = saver();
  one.answer(say("a", 1));
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(["saving", "unsaved"]);
  expect(one.draft().unsaved).toEqual([placeOf("a")]);
  answerWith = async () => ({ answer: undefined });
  await vi.advanceTimersByTimeAsync(9000);
  expect(sent).toHaveLength(2);
  expect(one.draft().unsaved).toEqual([]);
});

test("what is changed while it is being saved is saved once more", async () => {
  let finish: (told: Told<void>) => void = () => undefined;
  answerWith = () => new Promise((done) => (finish = done));
  const one = saver();
  one.answer(say("a", 1));
  await vi.advanceTimersByTimeAsync(1000);
  one.answer(say("a", 9));
  finish({ answer: undefined });
  answerWith = async () => ({ answer: undefined });
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toEqual([[say("a", 1)], [say("a", 9)]]);
});

test("answers without a name are never sent before they are handed in", async () => {
  const one = saver(empty, true);
  one.answer(say("a", 1));
  await one.send();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual([]);
  expect(one.draft().answers[placeOf("a")]).toEqual(say("a", 1));
});
