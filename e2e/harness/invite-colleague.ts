import type { Browser } from "playwright";
import { openPage } from "./open-browser.ts";

const headers = { "x-mainstay-request": "1" };

export interface Colleague {
  readonly role: "manager" | "director" | "sponsor" | "service" | "analyst" | "compliance";
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Colleagues for the journeys; each has a password of their own. */
export const director: Colleague = {
  role: "director",
  name: "林主管",
  email: "lin@example.com",
  password: "director battery horse 7",
};
export const complianceOfficer: Colleague = {
  role: "compliance",
  name: "方合规",
  email: "fang@example.com",
  password: "compliance staple sun 5",
};

/** The administrator invites a colleague, who accepts; their signed-in state is kept in `stateFile`. */
export const inviteColleague = async (
  browser: Browser,
  origin: string,
  administratorState: string,
  { role, name, email, password }: Colleague,
  stateFile: string,
): Promise<void> => {
  const admin = await openPage(browser, origin, { storageState: administratorState });
  const invited = await admin.page.request.post("/api/v1/users", {
    headers,
    data: { role, name, email, visibility: "all" },
  });
  if (!invited.ok()) throw new Error(`Not invited: ${await invited.text()}`);
  const { path } = (await invited.json()) as { path: string };
  await admin.close();
  const own = await openPage(browser, origin);
  const token = path.slice(path.indexOf("#") + 1);
  const accepted = await own.page.request.post("/api/v1/invitations/accept", {
    headers,
    data: { token, password },
  });
  if (!accepted.ok()) throw new Error(`Not accepted: ${await accepted.text()}`);
  await own.page.context().storageState({ path: stateFile });
  await own.close();
};
