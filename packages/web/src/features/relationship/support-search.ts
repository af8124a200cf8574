export type SupportSearch = {
  /** The project looked at; left out for the whole account. */
  project?: string;
};

/** What the address of the support page says; anything else is left out. */
export const readSupportSearch = (search: Record<string, unknown>): SupportSearch => {
  const { project } = search;
  return typeof project === "string" && /^[0-9a-f-]{36}$/.test(project) ? { project } : {};
};
