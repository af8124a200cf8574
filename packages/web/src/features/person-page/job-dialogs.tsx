import type { PositionView } from "@mainstay/contract/person";
import type { PersonPage } from "@mainstay/contract/person-page";
import { AddJobDialog } from "./add-job-dialog.tsx";
import { EditJobDialog } from "./edit-job-dialog.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";

/** What is being done to which job. */
export type JobAct =
  | { readonly act: "add" }
  | { readonly act: "edit" | "move" | "leave" | "rejoin"; readonly job: PositionView };

/** The dialog of the act that is under way. */
export const JobDialogs = ({
  page,
  act,
  onClose,
}: {
  page: PersonPage;
  act: JobAct;
  onClose: () => void;
}) => {
  const { person, today } = page;
  switch (act.act) {
    case "add":
      return <AddJobDialog person={person} like={null} today={today} onClose={onClose} />;
    case "rejoin":
      return <AddJobDialog person={person} like={act.job} today={today} onClose={onClose} />;
    case "edit":
      return <EditJobDialog job={act.job} onClose={onClose} />;
    case "move":
      return <MoveDialog job={act.job} today={today} onClose={onClose} />;
    case "leave":
      return <LeaveDialog job={act.job} today={today} onClose={onClose} />;
  }
};
