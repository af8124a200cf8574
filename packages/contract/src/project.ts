import { projectEnds, projectStatuses } from "@mainstay/domain/project/project-status";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, requiredText, version } from "./endpoint/wire.ts";

/** A purchase of the customer we work on; roles and judgements may be its own. */
export const ProjectView = z.object({
  id,
  accountId: id,
  name: z.string(),
  status: z.enum(projectStatuses),
  endedOn: day.nullable(),
  version,
  can: z.object({ rename: z.boolean(), end: z.boolean() }),
});
export type ProjectView = z.infer<typeof ProjectView>;

const name = requiredText(100);

export const projects = {
  list: endpoint({
    id: "projects.list",
    method: "GET",
    path: "/accounts/:accountId/projects",
    allow: "project.view",
    summary: "Projects of an account, open ones first, then the newest",
    params: z.object({ accountId: id }),
    response: z.object({ items: z.array(ProjectView) }),
  }),
  add: endpoint({
    id: "projects.add",
    method: "POST",
    path: "/accounts/:accountId/projects",
    allow: "project.edit",
    summary: "Add a project to an account",
    params: z.object({ accountId: id }),
    body: z.object({ name }),
    response: ProjectView,
    status: 201,
    idempotent: true,
  }),
  rename: endpoint({
    id: "projects.rename",
    method: "PATCH",
    path: "/projects/:projectId",
    allow: "project.edit",
    summary: "Give a project another name (If-Match)",
    params: z.object({ projectId: id }),
    body: z.object({ name }),
    response: ProjectView,
    versioned: true,
  }),
  end: endpoint({
    id: "projects.end",
    method: "POST",
    path: "/projects/:projectId/end",
    allow: "project.edit",
    summary: "Close a project as won, lost or stopped by the customer (If-Match)",
    params: z.object({ projectId: id }),
    body: z.object({ status: z.enum(projectEnds), endedOn: day.optional() }),
    response: ProjectView,
    versioned: true,
  }),
};
