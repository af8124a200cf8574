import { accountPage } from "@mainstay/contract/account-page";
import { accountTeams } from "@mainstay/contract/account-team";
import { accounts } from "@mainstay/contract/account";
import { approvals } from "@mainstay/contract/approval";
import { segmentMoves } from "@mainstay/contract/policy";
import { programme } from "@mainstay/contract/programme";
import { today } from "@mainstay/contract/today";

/** A decision may move an account, admit a member or end a membership: these answers are old afterwards. */
export const staleAfterApproval = [
  approvals.list,
  approvals.get,
  programme.screen,
  accountTeams.get,
  accounts.list,
  accounts.summary,
  accountPage.get,
  segmentMoves.list,
  today.get,
];
