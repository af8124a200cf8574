/** What a brief is made for; held in the address, so that it can be shared. */
export interface BriefSearch extends Record<string, unknown> {
  people?: string[] | undefined;
  purpose?: string | undefined;
  on?: string | undefined;
}

const idForm = /^[0-9a-f-]{36}$/;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; what is not understood is left out. */
export const readBriefSearch = (search: Record<string, unknown>): BriefSearch => {
  const read: BriefSearch = {};
  const people = String(search["people"] ?? "")
    .split(",")
    .filter((id) => idForm.test(id))
    .slice(0, 20);
  if (people.length > 0) read.people = people;
  const purpose = String(search["purpose"] ?? "").slice(0, 300);
  if (purpose !== "") read.purpose = purpose;
  const on = String(search["on"] ?? "");
  if (dayForm.test(on)) read.on = on;
  return read;
};

/** The choice as the server asks for it. */
export const briefQueryOf = ({ people, purpose, on }: BriefSearch) => ({
  personIds: people?.join(","),
  purpose,
  visitOn: on,
});
