import type { ErrorCode } from "@mainstay/contract/error/error-codes";

/** A broken rule of the database, by its name, as the refusal a reader gets. */
export const constraintErrorCodes: Readonly<Record<string, ErrorCode>> = {
  app_user_email_once: "user.email_taken",
  account_external_id_once: "account.external_id_taken",
  account_uscc_once: "account.uscc_taken",
  account_uscc_form: "account.uscc_invalid",
  account_not_its_own_parent: "account.parent_cycle",
  account_contract_order: "account.contract_order",
  account_parent_exists: "account.parent_not_found",
  account_manager_exists: "account.user_not_found",
  account_backup_exists: "account.user_not_found",
  account_sponsor_exists: "account.user_not_found",
  position_once: "person.position_taken",
  task_owner_exists: "task.owner_not_found",
  task_tenant_id_account_id_fkey: "account.not_found",
  pause_tenant_id_account_id_fkey: "account.not_found",
  position_tenant_id_account_id_fkey: "account.not_found",
  position_tenant_id_person_id_fkey: "person.not_found",
  account_profile_tenant_id_account_id_fkey: "account.not_found",
  signal_one_open_of_kind: "signal.not_allowed_now",
  segment_move_one_proposal: "segment.move_decided",
  saved_view_name_once: "view.name_taken",
};
