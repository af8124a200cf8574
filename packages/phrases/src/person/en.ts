import type { WordsLike } from "../words-like.ts";
import type { personZh } from "./zh.ts";

export const personEn: WordsLike<typeof personZh> = {
  title: "People",
  add: "Add a person",
  edit: "Edit {{name}}",
  added: "Added",
  changed: "Changed",
  end: "End job",
  endTitle: "When did {{name}} leave this job?",
  ended: "The job has ended",
  former: "Left",
  formerCount_one: "{{count, number}} who left",
  formerCount_other: "{{count, number}} who left",
  since: "since {{on, shortDay}}",
  until: "until {{on, shortDay}}",
  none: "No people yet",
  noneWhy: "Begin with who decides, who buys and who uses.",
  businessOnly: "Business facts only.",
  name: "Name",
  jobTitle: "Title",
  department: "Department",
  workPhone: "Work phone",
  workEmail: "Work e-mail",
  startsOn: "In the job since",
  endsOn: "In the job until",
};
