/** A column whose values are sealed, and the column that names the row they are bound to. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** Every sealed column of the database: what `mainstay keys rotate` seals anew and `mainstay doctor` looks at. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: "second_factor", column: "secret_sealed", rowId: "user_id" },
  { table: "oidc_provider", column: "client_secret_sealed", rowId: "id" },
  { table: "fact", column: "value_sealed", rowId: "id" },
  { table: "mail_setting", column: "password_sealed", rowId: "tenant_id" },
  { table: "mailbox", column: "password_sealed", rowId: "tenant_id" },
  { table: "robot", column: "url_sealed", rowId: "id" },
  { table: "robot", column: "secret_sealed", rowId: "id" },
  { table: "person_merge", column: "before_sealed", rowId: "id" },
];
