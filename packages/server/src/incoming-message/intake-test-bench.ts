import { systemClock } from "../platform/clock/clock.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { sessionOf, testApp } from "../platform/http/test-app.ts";
import { askTenant } from "../platform/test-world/ask-tenant.ts";
import { makeAccount } from "../platform/test-world/make-account.ts";
import { makePerson } from "../platform/test-world/make-person.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { testWorld } from "../platform/test-world/test-world.ts";
import { parseMail } from "./parse-mail.ts";
import { takeMessage } from "./take-message.ts";

/** For tests: a workspace with an account, a person there who writes mail, and those of us who look after both. */
export const intakeBench = async () => {
  const world = await testWorld();
  const app = await testApp();
  const tenant = await makeTenant(world);
  const [managerId, directorId, serviceId] = [
    await makeUser(world, tenant, "manager"),
    await makeUser(world, tenant, "director"),
    await makeUser(world, tenant, "service"),
  ];
  const accountId = await makeAccount(world, tenant, {
    name: "万华化学",
    manager_user_id: managerId,
  });
  const otherAccountId = await makeAccount(world, tenant, {
    name: "别家公司",
    manager_user_id: directorId,
  });
  const { personId } = await makePerson(world, tenant, accountId, "陈建华", {
    work_email: "Chen@wanhua.example",
  });
  const callers = {
    admin: await sessionOf(app, tenant, tenant.adminUserId),
    manager: await sessionOf(app, tenant, managerId),
    director: await sessionOf(app, tenant, directorId),
    service: await sessionOf(app, tenant, serviceId),
  };
  const ask = <Row>(text: string) => askTenant<Row>(world, tenant, text);
  const take = async (raw: string | Buffer, now = systemClock.now()) => {
    const mail = await parseMail(Buffer.from(raw));
    const author = { tenantId: tenant.tenantId, actor: null, requestId: null };
    return withTenant(world.database, systemScope(tenant.tenantId), (tx) =>
      takeMessage(tx, author, mail, { channel: "hook", pageOrigin: "https://crm.example", now }),
    );
  };
  return {
    world,
    app,
    tenant,
    managerId,
    serviceId,
    directorId,
    accountId,
    otherAccountId,
    personId,
    ask,
    take,
    ...callers,
  };
};
export type IntakeBench = Awaited<ReturnType<typeof intakeBench>>;

let nth = 0;
/** For tests: a mail as it comes over the wire. */
export const mailOf = (
  about: Record<string, string> = {},
  body = "三号泵漏油，请尽快处理。",
): string => {
  nth += 1;
  const headers = {
    From: "陈建华 <chen@wanhua.example>",
    To: "service@us.example",
    Subject: "三号泵故障",
    "Message-ID": `<m${nth}.${Math.random().toString(36).slice(2)}@wanhua.example>`,
    "Content-Type": "text/plain; charset=utf-8",
    ...about,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${head.join("\r\n")}\r\n\r\n${body}`;
};
