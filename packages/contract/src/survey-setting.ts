import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, instant, nothing, page, pageQuery, named, text, version } from "./endpoint/wire.ts";
import { linkToken } from "./session.ts";

export const SurveySettingShape = z.object({
  /** Days of rest between two askings of one person, over all surveys. */
  restDays: z.int().min(0).max(730),
  mostAYear: z.int().min(1).max(52),
  /** What stands as the sender's name; null: the workspace's. */
  senderName: text(100).min(1).nullable(),
  reminderDays: z.array(z.int().min(1).max(60)).max(3),
});
export type SurveySettingShape = z.infer<typeof SurveySettingShape>;

export const SurveySettingView = SurveySettingShape.extend({ version });
export type SurveySettingView = z.infer<typeof SurveySettingView>;

export const surveySettings = {
  get: endpoint({
    id: "surveySettings.get",
    method: "GET",
    path: "/survey-setting",
    allow: "survey.view",
    summary: "How often a person is asked at most, under which name, and when they are reminded",
    response: SurveySettingView,
  }),
  save: endpoint({
    id: "surveySettings.save",
    method: "PUT",
    path: "/survey-setting",
    allow: "survey.send",
    summary: "Change the limits of asking (If-Match)",
    body: SurveySettingShape,
    response: SurveySettingView,
    versioned: true,
  }),
};

export const surveyOptOuts = {
  list: endpoint({
    id: "surveyOptOuts.list",
    method: "GET",
    path: "/survey-opt-outs",
    allow: "survey.view",
    summary: "Who asked not to be asked any more, newest first",
    query: z.object(pageQuery),
    response: page(
      z.object({ person: named, optedOutAt: instant, via: z.enum(["link", "by_hand"]) }),
    ),
  }),
  record: endpoint({
    id: "surveyOptOuts.record",
    method: "PUT",
    path: "/people/:personId/survey-opt-out",
    allow: "person.edit",
    summary: "Note that a person does not want to be asked any more",
    params: z.object({ personId: id }),
    response: nothing,
    status: 204,
  }),
  remove: endpoint({
    id: "surveyOptOuts.remove",
    method: "DELETE",
    path: "/people/:personId/survey-opt-out",
    allow: "person.edit",
    summary: "Note that a person may be asked again, because they said so",
    params: z.object({ personId: id }),
    response: nothing,
    status: 204,
  }),
  byLink: endpoint({
    id: "surveyOptOuts.byLink",
    method: "POST",
    path: "/survey-opt-outs",
    allow: "public",
    summary:
      "The person behind a survey link asks not to be asked any more; at once and for all surveys",
    body: z.object({ token: linkToken }),
    response: z.object({ optedOut: z.boolean() }),
  }),
};
