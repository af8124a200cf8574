import { z } from "zod";

/** Text as PostgreSQL can keep it: U+0000 is refused, ends are trimmed. */
export const text = (longest = 500) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((value) => !value.includes("\u0000"), { message: "text.nul" });

export const requiredText = (longest = 500) => text(longest).min(1);

/** An id as UUID text. */
export const id = z.uuid();

/** A record as others name it: who or what it is, and what it is called. */
export const named = z.object({ id, name: z.string() });

/** A calendar day as YYYY-MM-DD. */
export const day = z.iso.date();

/** An instant as ISO 8601 text in UTC. */
export const instant = z.iso.datetime({ offset: true });

/** Money: integer minor units (分, cents) of the currency that stands beside it. */
export const minor = z.int();

export const currency = z.string().regex(/^[A-Z]{3}$/);

/** A probability, share or score. */
export const share = z.number().min(0).max(1);

/** The version of a record; sent back as If-Match on an edit. */
export const version = z.int().min(1);

/** Where the next page begins; opaque. */
export const cursor = z.string().max(500);

export const pageQuery = {
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** A page of records. `total` counts all that match the filter, not only this page. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: cursor.nullable(), total: z.int().nonnegative() });

/** A sentence as data: a phrase key and its parameters, so that every reader gets it in their own language. */
export const reason = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) });
export type Reason = z.infer<typeof reason>;

/** An empty answer (204). */
export const nothing = z.undefined();

/** A list in a URL, comma-separated; left out when nothing is chosen. */
export const several = <Item extends z.ZodType>(item: Item) =>
  z
    .preprocess((value) => (typeof value === "string" ? value.split(",") : value), z.array(item))
    .optional();
