/** There is no PostgreSQL we can start here; the message says why and what to do instead. */
export class EmbeddedPostgresUnavailable extends Error {
  override name = "EmbeddedPostgresUnavailable";
  constructor(reason: string, options?: { cause?: unknown }) {
    super(
      `${reason}\nMainstay can use any PostgreSQL 15 or newer instead: set DATABASE_URL=postgres://user:password@host:5432/mainstay and start again.`,
      options,
    );
  }
}
