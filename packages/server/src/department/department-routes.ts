import { departments } from "@mainstay/contract/department";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { createDepartment, editDepartment, removeDepartment } from "./change-departments.ts";
import { getDepartmentView, readDepartments } from "./department-view.ts";

export const departmentRoutes = (app: App): void => {
  const { gate } = app;
  serve(app, departments.list, (context) => context.read((db) => readDepartments(db, context)));
  serve(app, departments.get, (context, { params }) =>
    context.read((db) => getDepartmentView(db, context, params.departmentId)),
  );
  serve(app, departments.create, (context, { body }) => createDepartment(context, body));
  serve(app, departments.edit, (context, { params, body }) =>
    editDepartment(gate, context, params.departmentId, body),
  );
  serve(app, departments.remove, (context, { params }) =>
    removeDepartment(gate, context, params.departmentId),
  );
};
