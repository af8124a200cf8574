import { tasks } from "@mainstay/contract/task";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { addTask } from "./add-task.ts";
import { listTasks } from "./task-queries.ts";
import { completeTask, dropTask, editTask, reopenTask, skipTask } from "./work-on-task.ts";

export const taskRoutes = (app: App): void => {
  serve(app, tasks.list, (context, { query }) =>
    context.read((db) => listTasks(db, context, query)),
  );
  serve(app, tasks.add, (context, { body }) => addTask(context, body));
  serve(app, tasks.edit, (context, { params, body }) => editTask(context, params.taskId, body));
  serve(app, tasks.complete, (context, { params }) => completeTask(context, params.taskId));
  serve(app, tasks.drop, (context, { params }) => dropTask(context, params.taskId));
  serve(app, tasks.skip, (context, { params, body }) =>
    skipTask(context, params.taskId, body.reason),
  );
  serve(app, tasks.reopen, (context, { params }) => reopenTask(context, params.taskId));
};
