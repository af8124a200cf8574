import { deflateSync } from "node:zlib";
import { personPhotos } from "@mainstay/contract/person-photo";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { sessionOf, tokenOf } from "../platform/http/test-app.ts";
import { askTenant, auditOf } from "../platform/test-world/ask-tenant.ts";
import { makeTenant, makeUser } from "../platform/test-world/make-tenant.ts";
import { addTo, insertRow, pageOf, personBench } from "./person-test-bench.ts";

let bench: Awaited<ReturnType<typeof personBench>>;
let personId: string;
beforeAll(async () => {
  bench = await personBench();
});
beforeEach(async () => {
  personId = (await addTo(bench.director, bench.accounts.here, { name: "留影" })).personId;
});

const chunk = (name: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
};
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk("tEXt", Buffer.from("GPS secret place")),
  chunk("IDAT", deflateSync(Buffer.from([0, 0]))),
  chunk("IEND", Buffer.alloc(0)),
]);

const agree = async (more: object = {}) => {
  const id = crypto.randomUUID();
  await insertRow(bench.world, bench.tenant, "consent", {
    id,
    person_id: personId,
    scope: ["photo"],
    is_sensitive: false,
    purpose: "识别来访者",
    text_version: "v1",
    method: "paper",
    given_at: "2026-01-01T00:00:00Z",
    expires_at: "2030-01-01T00:00:00Z",
    ...more,
  });
  return id;
};
const set = (who = bench.director, file: Buffer = png, of = personId) =>
  who(personPhotos.set, { params: { personId: of }, body: { content: file.toString("base64") } });
const get = (who = bench.director, of = personId) =>
  who(personPhotos.get, { params: { personId: of } });
const remove = (who = bench.director) => who(personPhotos.remove, { params: { personId } });
const ask = <Row>(text: string) => askTenant<Row>(bench.world, bench.tenant, text);
const files = () =>
  ask<{ id: string }>(`select id from stored_file where name = 'photo-${personId}'`);

test("under a valid consent a picture goes up stripped, is shown uncached, and comes down with its bytes", async () => {
  const { world, tenant, director } = bench;
  await agree();
  expect((await set()).body).toEqual({ personId, expiresOn: "2030-01-01" });
  expect((await pageOf(director, personId)).body.person.hasPhoto).toBe(true);
  const shown = await get();
  expect(shown.status).toBe(200);
  expect(shown.headers["content-type"]).toBe("image/png");
  expect(shown.headers["cache-control"]).toBe("no-store");
  expect(shown.headers["x-content-type-options"]).toBe("nosniff");
  expect(shown.bytes.includes("secret place")).toBe(false);
  expect(shown.bytes.includes("IDAT")).toBe(true);
  await set();
  expect(await files()).toHaveLength(1);
  expect((await remove()).status).toBe(204);
  expect(await files()).toEqual([]);
  expect((await get()).body.code).toBe("person.photo_not_found");
  expect((await remove()).body.code).toBe("person.photo_not_found");
  expect(await auditOf(world, tenant, "person.photo_set", personId)).toHaveLength(2);
  expect(await auditOf(world, tenant, "person.photo_removed", personId)).toHaveLength(1);
});

test("without a consent to it, with one withdrawn, expired or for something else, no picture", async () => {
  const code = async () => (await set()).body.code;
  expect(await code()).toBe("person.photo_without_consent");
  await agree({ scope: ["sports"] });
  await agree({ withdrawn_at: "2026-02-01T00:00:00Z" });
  await agree({ expires_at: "2026-02-01T00:00:00Z" });
  expect(await code()).toBe("person.photo_without_consent");
});

test("when the consent no longer holds the picture is not shown, even before it is swept away", async () => {
  const consentId = await agree();
  await set();
  await ask(`update consent set withdrawn_at = now() where id = '${consentId}'`);
  expect((await get()).body.code).toBe("person.photo_not_found");
});

test("what is no picture, or too large a one, is refused", async () => {
  await agree();
  expect((await set(bench.director, Buffer.from("<svg/>"))).body.code).toBe(
    "person.photo_unreadable",
  );
  const large = Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]);
  expect([400, 413]).toContain((await set(bench.director, large)).status);
  const words = await bench.director(personPhotos.set, {
    params: { personId },
    body: { content: "not base64!" },
  });
  expect(words.body.code).toBe("person.photo_unreadable");
});

test("a picture is class P: readers without profiles neither see nor set it", async () => {
  const { app, tenant, world } = bench;
  await agree();
  await set();
  const as = async (role: "sponsor" | "service" | "analyst" | "admin" | "compliance") =>
    sessionOf(app, tenant, await makeUser(world, tenant, role));
  expect((await get(await as("sponsor"))).status).toBe(200);
  for (const role of ["service", "analyst", "admin"] as const) {
    const caller = await as(role);
    expect((await get(caller)).body.code).toBe("person.photo_not_found");
    expect((await pageOf(caller, personId)).body.person.hasPhoto).toBe(false);
    expect((await set(caller)).body.code).toBe("access.not_permitted");
    expect((await remove(caller)).body.code).toBe("access.not_permitted");
  }
  const program = await tokenOf(app, tenant, await makeUser(world, tenant, "director"), ["read"]);
  expect((await get(program)).body.code).toBe("person.photo_not_found");
});

test("another workspace, and whoever does not see the person, finds neither person nor picture", async () => {
  const { app, world, tenant } = bench;
  await agree();
  await set();
  const foreign = await makeTenant(world);
  const stranger = await sessionOf(app, foreign, await makeUser(world, foreign, "director"));
  const manager = await sessionOf(app, tenant, await makeUser(world, tenant, "manager"));
  for (const caller of [stranger, manager]) {
    expect((await get(caller)).body.code).toBe("person.photo_not_found");
    expect((await set(caller)).body.code).toBe("person.not_found");
    expect((await remove(caller)).body.code).toBe("person.not_found");
  }
});
