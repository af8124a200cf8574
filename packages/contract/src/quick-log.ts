import { calendarEntryKinds } from "@mainstay/domain/calendar-entry/calendar-entry-kind";
import { interactionKinds, interactionMoods } from "@mainstay/domain/interaction/interaction-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, nothing, requiredText, several, text } from "./endpoint/wire.ts";
import { InteractionView } from "./interaction.ts";
import { quickLogsPath } from "./quick-log-path.ts";
import { WorkdayView } from "./workday.ts";

/** One line as its writer confirmed it: what happened or what is planned, and what comes next. */
export const QuickLogDraft = z.object({
  /** Chosen by the writer's device; the same one again gives back the first answer, for ever. */
  clientRef: id,
  accountId: id,
  /** Who wrote it on the device; somebody else who is signed in by now cannot send it. */
  writerUserId: id.nullish(),
  contact: z
    .object({
      kind: z.enum(interactionKinds),
      occurredOn: day,
      isTwoWay: z.boolean().default(true),
      summary: requiredText(5000),
      topic: text(200).nullish(),
      mood: z.enum(interactionMoods).nullish(),
      personIds: z.array(id).max(50).default([]),
      signalId: id.nullish(),
    })
    .nullish(),
  /** Contact that is still to come: a calendar entry of the writer. */
  plan: z
    .object({
      kind: z.enum(calendarEntryKinds),
      onDate: day,
      title: requiredText(300),
    })
    .nullish(),
  /** Become tasks on the account. */
  nextSteps: z
    .array(
      z.object({
        title: requiredText(300),
        dueOn: day.nullish(),
        /** The writer's own when left out. */
        ownerUserId: id.nullish(),
      }),
    )
    .max(10)
    .default([]),
});
export type QuickLogDraft = z.infer<typeof QuickLogDraft>;

/** What a quick log came to. */
export const QuickLogView = z.object({
  clientRef: id,
  loggedAt: instant,
  interaction: InteractionView.nullable(),
  plan: z
    .object({ id, kind: z.enum(calendarEntryKinds), onDate: day, title: z.string() })
    .nullable(),
  tasks: z.array(z.object({ id, title: z.string(), dueOn: day.nullable() })),
  /** Obligations and tasks that this contact fulfilled. */
  met: z.object({ obligations: z.int(), tasks: z.int() }),
  canTakeBackUntil: instant,
});
export type QuickLogView = z.infer<typeof QuickLogView>;

/** Who a line may be about, small enough to be kept on a phone. Names, titles and days only. */
export const QuickLogDirectory = z.object({
  today: day,
  accounts: z.array(
    z.object({
      id,
      name: z.string(),
      shortName: z.string().nullable(),
      /** Syllables with blanks between: "wan hua hua xue". */
      pinyin: z.string(),
      people: z.array(
        z.object({ id, name: z.string(), pinyin: z.string(), title: z.string().nullable() }),
      ),
    }),
  ),
  /** Holidays and make-up workdays around today, for 节后. */
  differentDays: z.array(WorkdayView),
  /** Not everything fitted; the server is asked for the rest by name. */
  isCut: z.boolean(),
});
export type QuickLogDirectory = z.infer<typeof QuickLogDirectory>;

export const quickLogs = {
  save: endpoint({
    id: "quickLogs.save",
    method: "POST",
    path: quickLogsPath,
    allow: "interaction.log",
    summary:
      "Log a contact, plan one or note next steps, in one act; the same clientRef gives the first answer again",
    body: QuickLogDraft,
    response: QuickLogView,
    status: 201,
  }),
  takeBack: endpoint({
    id: "quickLogs.takeBack",
    method: "POST",
    path: `${quickLogsPath}/:clientRef/take-back`,
    allow: "interaction.log",
    summary: "Take one's own quick log back within ten minutes, with what it fulfilled and made",
    params: z.object({ clientRef: id }),
    response: nothing,
    status: 204,
  }),
  directory: endpoint({
    id: "quickLogs.directory",
    method: "GET",
    path: `${quickLogsPath}/directory`,
    allow: "interaction.log",
    summary: "Names of one's own accounts and of those asked for, with their people",
    query: z.object({ recent: several(id) }),
    response: QuickLogDirectory,
  }),
};
