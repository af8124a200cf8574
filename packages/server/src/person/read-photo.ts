import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { Outlet } from "../platform/http/serve-download.ts";

/** Writes the picture to whoever may see it and only while the consent holds; kept nowhere on the way. */
export const readPhoto = async (
  context: Context,
  personId: string,
  outlet: Outlet,
): Promise<void> => {
  const [photo] = await context.read(async (db) => {
    const { rows } = await sql<{ media_type: string; content: Buffer }>`
      select f.media_type, f.content from person_photo p
      join stored_file f on f.tenant_id = p.tenant_id and f.id = p.file_id
      join consent c on c.tenant_id = p.tenant_id and c.id = p.consent_id
      where p.tenant_id = ${context.tenantId}::uuid and p.person_id = ${personId}::uuid
        and c.withdrawn_at is null and c.expires_at > ${context.now}`.execute(db);
    return rows;
  });
  if (!photo) throw new AppError("person.photo_not_found");
  const ending = photo.media_type.replace("image/", "");
  outlet.begin({ fileName: `photo.${ending}`, mediaType: photo.media_type });
  await outlet.write(photo.content);
};
