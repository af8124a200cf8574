import { userRoles, visibilities } from "@mainstay/domain/user/user-role";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, nothing, requiredText, version } from "./endpoint/wire.ts";

/** Somebody in a department. Who sees their `team` sees the accounts of everybody in it and below it. */
export const DepartmentMember = z.object({
  id,
  name: z.string(),
  role: z.enum(userRoles),
  visibility: z.enum(visibilities),
  isActive: z.boolean(),
  version,
});
export type DepartmentMember = z.infer<typeof DepartmentMember>;

/** One department of our own company; the tree is made by `parentId`. */
export const DepartmentView = z.object({
  id,
  name: z.string(),
  parentId: id.nullable(),
  members: z.array(DepartmentMember),
  version,
  can: z.object({ edit: z.boolean(), remove: z.boolean() }),
});
export type DepartmentView = z.infer<typeof DepartmentView>;

const params = z.object({ departmentId: id });

export const departments = {
  list: endpoint({
    id: "departments.list",
    method: "GET",
    path: "/departments",
    allow: "user.view",
    summary: "Our own departments with their members; with those who stand in none",
    response: z.object({
      items: z.array(DepartmentView),
      withoutDepartment: z.array(DepartmentMember),
      can: z.object({ create: z.boolean() }),
    }),
  }),
  get: endpoint({
    id: "departments.get",
    method: "GET",
    path: "/departments/:departmentId",
    allow: "user.view",
    summary: "One department",
    params,
    response: DepartmentView,
    versioned: true,
  }),
  create: endpoint({
    id: "departments.create",
    method: "POST",
    path: "/departments",
    allow: "user.manage",
    summary: "A new department, at the top or below another",
    body: z.object({ name: requiredText(100), parentId: id.nullable() }),
    response: DepartmentView,
    status: 201,
    versioned: true,
  }),
  edit: endpoint({
    id: "departments.edit",
    method: "PATCH",
    path: "/departments/:departmentId",
    allow: "user.manage",
    summary: "Rename a department or move it below another; what its people see follows at once",
    params,
    body: z.object({ name: requiredText(100).optional(), parentId: id.nullish() }),
    response: DepartmentView,
    versioned: true,
  }),
  remove: endpoint({
    id: "departments.remove",
    method: "DELETE",
    path: "/departments/:departmentId",
    allow: "user.manage",
    summary: "Remove an empty department: nobody in it, none below it",
    params,
    response: nothing,
    status: 204,
  }),
};
