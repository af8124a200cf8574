/** What the address of a chain holds: the project looked at. */
export interface ChainSearch extends Record<string, unknown> {
  projectId?: string;
}

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Reads the address; what is no id is left out. */
export const readChainSearch = (search: Record<string, unknown>): ChainSearch =>
  typeof search["projectId"] === "string" && uuid.test(search["projectId"])
    ? { projectId: search["projectId"] }
    : {};
