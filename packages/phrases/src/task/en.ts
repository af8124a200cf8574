import type { WordsLike } from "../words-like.ts";
import type { taskZh } from "./zh.ts";

export const taskEn: WordsLike<typeof taskZh> = {
  add: "Add a task",
  title: "What to do",
  dueOn: "Due",
  owner: "Who does it",
  account: "Account",
  added: "Task made",
  complete: "Mark as done: {{title}}",
  completed: "Task done",
  reopened: "Task reopened",
  drop: "Drop",
  dropped: "Task dropped",
  overdue: "Overdue",
  noDue: "No due day",
  why: "Why",
  doneWhen: "Done when",
  stepDone: "It is so: done",
  skip: "Skip…",
  skipWhy: "Why is this step left out?",
  skipped: "Step skipped",
  provisional: "Holidays not published",
  provisionalWhy: "The holidays of this year are not published yet; the day may move.",
  byContact: "Done by itself by: {{kinds}}",
  fromPlay: "{{play}}: {{account}}",
};
