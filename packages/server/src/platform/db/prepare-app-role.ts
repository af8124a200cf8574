import type { ClientBase } from "pg";

/**
 * Make sure the role exists that the application works as: not the owner, unable to bypass
 * row-level security. Where the address's user may not create roles, say what the administrator must run.
 */
export async function prepareAppRole(client: ClientBase): Promise<void> {
  const before = await findAppRole(client);
  if (!before) {
    await client
      .query("create role mainstay_app nologin nosuperuser nobypassrls")
      .catch((error) => {
        // Another database of the same server may be migrating at the same moment.
        if (error.code === "42710" || error.code === "23505") return;
        throw new Error(
          `The role mainstay_app is missing and ${error.message}. Let an administrator run: create role mainstay_app nologin; grant mainstay_app to current_user_of_DATABASE_URL;`,
          { cause: error },
        );
      });
  }
  const role = await findAppRole(client);
  if (role?.rolsuper || role?.rolbypassrls) {
    throw new Error(
      "The role mainstay_app could bypass row-level security. Run: alter role mainstay_app nosuperuser nobypassrls;",
    );
  }
  if (before?.may_become ?? role?.may_become) return;
  // Needed only where the application signs in as this user and steps down with `set role`.
  await client.query("grant mainstay_app to current_user").catch(() => {});
}

async function findAppRole(client: ClientBase) {
  const answer = await client.query<{
    rolsuper: boolean;
    rolbypassrls: boolean;
    may_become: boolean;
  }>(
    "select rolsuper, rolbypassrls, pg_has_role(current_user, oid, 'member') as may_become from pg_roles where rolname = 'mainstay_app'",
  );
  return answer.rows[0] ?? null;
}
