import type { ErrorCode } from "@mainstay/contract/error/error-codes";
import { cycleErrorWordsEn } from "./cycle-en.ts";
import { serviceErrorWordsEn } from "./service-en.ts";

/** The words of every refusal in English. */
export const errorWordsEn: Record<ErrorCode, string> = {
  ...cycleErrorWordsEn,
  ...serviceErrorWordsEn,
  "request.invalid": "Some values are not right; please correct the marked fields.",
  "request.body_unreadable": "The request body cannot be read; please check the JSON.",
  "request.too_large": "The request is too large; at most {limit}.",
  "request.not_found": "There is nothing at this address.",
  "request.method_unknown": "This address does not take {method}.",
  "request.media_unknown": "This content type is not supported; please send {expected}.",
  "request.too_many": "Too many requests; please try again in {seconds} seconds.",
  "request.too_slow": "The request arrived too slowly; the connection was closed.",
  "request.version_missing": "An edit must name the version it is based on with If-Match.",
  "request.version_conflict":
    "Somebody else has just changed this record; reload it and try again.",
  "request.cursor_invalid": "The page position is not valid; start again from the first page.",
  "request.idempotency_conflict":
    "This Idempotency-Key was already used for a request with different content.",
  "request.idempotency_running":
    "A request with this Idempotency-Key is still being worked on; try again shortly.",
  "server.failed":
    "Something went wrong and nothing was saved. Tell your administrator the request id.",
  "server.unavailable": "The system is not available right now; please try again shortly.",
  "access.sign_in_needed": "Please sign in first.",
  "access.not_permitted": "Your role does not allow this.",
  "access.csrf_missing": "The origin of the request could not be confirmed; it was refused.",
  "access.scope_missing":
    "This access token does not have the scope needed, or the act is only open after signing in on the web.",
  "session.wrong_credentials": "The mail address or the password is not right.",
  "session.locked_out": "Too many failed sign-ins; please try again in {seconds} seconds.",
  "session.link_invalid": "This link is no longer valid: it was used already or has expired.",
  "session.password_too_weak":
    "The password is too weak: at least {least} characters, not the mail address, not a common password.",
  "session.password_wrong": "The current password is not right.",
  "access.second_factor_needed":
    "The workspace demands a second factor of you; set one up to go on.",
  "session.code_wrong": "The code is wrong or was already used.",
  "session.step_expired": "This step has expired; please sign in again.",
  "second_factor.already_on": "The second factor is already on.",
  "second_factor.not_begun": "First make a secret and add it to your authenticator.",
  "second_factor.not_on": "The second factor is not on.",
  "second_factor.demanded":
    "The workspace demands a second factor of your role; it cannot be turned off.",
  "passkey.not_found": "There is no such passkey.",
  "passkey.refused": "The passkey was not accepted.",
  "passkey.already_kept": "This passkey has already been added.",
  "passkey.too_many": "At most {limit} passkeys are kept; remove one you do not use.",
  "passkey.address_unfit":
    "Passkeys need a domain name (https, or localhost); an IP address will not do.",
  "single_sign_on.not_found": "There is no such sign-in provider, or it is switched off.",
  "single_sign_on.issuer_invalid":
    "The issuer must be an https address without parameters (http only for localhost).",
  "single_sign_on.domains_needed":
    "To make users by themselves, name at least one allowed mail domain.",
  "single_sign_on.provider_taken": "This issuer and client id have already been added.",
  "single_sign_on.too_many": "At most {limit} providers can be added.",
  "single_sign_on.unreachable": "The sign-in provider cannot be spoken to: {reason}",
  "single_sign_on.host_not_allowed":
    "The provider wants to be asked at {host}, which is not among the allowed hosts. If it is to be trusted, an administrator can add it.",
  "single_sign_on.refused":
    "Single sign-on did not succeed: what came back failed the checks. Please sign in again.",
  "single_sign_on.mail_unverified":
    "The provider has not confirmed your mail address, so you cannot sign in.",
  "single_sign_on.domain_not_allowed": "Your mail address's domain is not allowed here.",
  "single_sign_on.user_unknown": "You have no user here; ask an administrator to invite you.",
  "single_sign_on.linked_otherwise":
    "This user is linked to another account at the provider; ask an administrator.",
  "department.not_found": "There is no such department.",
  "department.name_taken": "There is already a department of this name beside it.",
  "department.parent_not_found": "The department above cannot be found.",
  "department.cycle": "That would be a circle: a department cannot stand below itself.",
  "department.not_empty":
    "The department still has people or departments below it; it cannot be removed.",
  "notification.not_found": "There is no such notification.",
  "notification.too_many_streams":
    "Too many pages are open at once; notifications are fetched from time to time instead.",
  "mail.not_set_up": "No mail server has been set up yet.",
  "mail.not_delivered": "The mail was not sent: {reason}",
  "mail.password_in_clear":
    "A connection without encryption must not carry user name and password; use TLS or STARTTLS.",
  "robot.not_found": "There is no such robot.",
  "robot.name_taken": "There is already a robot of this name.",
  "robot.address_unknown":
    "This is not the webhook address of a WeCom, DingTalk, Feishu or Lark group robot.",
  "robot.secret_invalid": "A WeCom robot has no signing secret; leave it empty.",
  "robot.department_needed": "Choose the department this robot serves.",
  "robot.too_many": "At most {limit} robots can be kept.",
  "robot.not_delivered": "The message was not sent: {reason}",
  "outgoing_message.not_found": "There is no such message.",
  "outgoing_message.not_dead": "Only a message that failed can be sent again.",
  "setup.already_done": "The system has already been set up.",
  "user.not_found": "There is no such user.",
  "user.email_taken": "This mail address belongs to another user.",
  "user.last_admin": "At least one active administrator must remain.",
  "user.department_not_found": "The chosen department cannot be found.",
  "token.not_found": "There is no such access token.",
  "token.expiry_invalid": "The expiry must lie after today and within two years.",
  "account.not_found": "There is no such account, or you may not see it.",
  "account.external_id_taken": "Another account already uses this customer number.",
  "account.uscc_taken": "Another account already uses this unified social credit code.",
  "account.uscc_invalid":
    "The unified social credit code is not valid: 18 characters with a matching check character.",
  "account.parent_not_found": "The chosen parent account cannot be found.",
  "account.parent_cycle": "The parents form a circle: an account cannot be above itself.",
  "account.user_not_found": "The chosen person responsible cannot be found.",
  "account.contract_order": "The contract cannot end before it starts.",
  "account.export_too_large": "Too many rows to export (at most {limit}); narrow the filter first.",
  "person.not_found": "There is no such contact, or you may not see them.",
  "person.position_taken": "This person already has a job at that account in that time.",
  "person.restricted":
    "At the person's own request their data is kept but not used, so it cannot be changed.",
  "person.job_ended": "This job has already ended.",
  "person.same_account":
    "The new job is at the same account; for a move inside an account, edit the job.",
  "person.merge_with_itself": "A record cannot be merged with itself.",
  "person.merge_not_found": "There is no such merge, or you may not see it.",
  "person.merge_undone": "This merge has already been taken back.",
  "person.merge_too_late": "The merge is more than 30 days old and can no longer be taken back.",
  "person.merge_changed":
    "What changed since the merge keeps it from being taken back as it was: {obstacle}",
  "person.photo_not_found": "There is no photo, or you may not see it.",
  "person.photo_without_consent": "A photo needs the person's valid consent to it first.",
  "person.photo_unreadable": "The picture cannot be read. Use PNG, JPEG or WebP.",
  "person.photo_too_large": "The picture is too large; at most {limit} is allowed.",
  "tie.not_found": "There is no such line, or you may not see it.",
  "tie.to_oneself": "A line cannot join a person to themselves.",
  "tie.person_not_here": "Both ends of a line must be people who work at this account now.",
  "tie.already_drawn": "These two people are already joined by a line of this kind.",
  "tie.ended": "This line has ended and can no longer be changed.",
  "tie.person_objects":
    "One of the two objects to profiling, or their data is restricted: only a matrix line may be drawn.",
  "position.superior_cycle":
    "The reporting lines would run in a circle: nobody can be their own superior.",
  "position.superior_elsewhere": "A superior must work at the same account.",
  "position.superior_left": "This superior has left the job.",
  "placeholder.has_name": "This person has a name and is no placeholder any more.",
  "fact.not_found": "There is no such fact, or you may not see it.",
  "fact.value_unreadable":
    "The key of this sensitive value is not on the ring, so it cannot be opened. Ask your administrator.",
  "fact.bulk_not_acknowledged":
    "This batch holds sensitive rows worth {percent}% of the criminal line (Interpretation of 2017, Art. 5: unlawfully acquiring, selling or providing 50 items of whereabouts is a crime). Compliance must confirm the lawful source before it goes on. Send JSON batches as a file instead.",
  "fact.person_restricted":
    "Use of this person's data is restricted: it is only stored, nothing can be entered or changed.",
  "fact.person_is_placeholder":
    "This is a placeholder, nobody known yet: no personal facts can be entered.",
  "fact.profiling_objected":
    "The person objected to profiling: interests, habits and character are not recorded.",
  "fact.already_held": "This is on record already: correct that entry.",
  "fact.value_form": "The value has the wrong form for this kind.",
  "fact.value_not_real": "The day or year does not exist, or lies after today.",
  "fact.basis_not_enough":
    "This basis is not enough: sensitive facts rest on the person's separate consent alone, and a contract with the company is none with its employee.",
  "fact.source_missing":
    "A fact that does not rest on consent needs a named source, such as a public page.",
  "fact.purpose_missing": "Say what it is used for.",
  "fact.consent_missing":
    "There is no consent of the person yet. Record the consent first, then enter this.",
  "fact.consent_withdrawn": "This consent was withdrawn.",
  "fact.consent_not_yet": "This consent is not in force yet.",
  "fact.consent_expired": "This consent has expired.",
  "fact.consent_outdated":
    "The text of this consent was replaced, so it carries nothing new. Ask again with the new text.",
  "fact.consent_not_covering": "This consent does not cover this kind.",
  "fact.consent_not_separate":
    "A sensitive fact needs a consent of its own that names nothing else.",
  "fact.consent_other_purpose":
    "The purpose differs from the consent's. Another purpose needs another consent.",
  "fact.guardian_missing":
    "About a child below 14 a guardian must consent separately. Better: record only whether there are children.",
  "fact.assessment_missing":
    "A sensitive fact needs an approved impact assessment first. Ask compliance.",
  "fact.occasion_missing":
    "Give the last day of the trip or meal; it sets how long the fact is kept.",
  "fact.verified_in_future": "The day of verification lies after today.",
  "fact.past_retention": "This fact is past its retention and cannot be entered.",
  "fact.expires_too_late": "The end lies beyond the retention or the consent.",
  "fact.expires_in_past": "The end lies before today.",
  "consent.not_found": "There is no such consent, or you may not see it.",
  "consent.text_not_found": "There is no such consent text.",
  "consent.text_retired": "This consent text is no longer in use; choose a current one.",
  "consent.text_unchanged": "The same scope, purpose and words are published already.",
  "consent.sensitive_bundled":
    "Sensitive information needs a consent of its own: this scope cannot stand together with others.",
  "consent.scope_not_in_text": "The chosen scope goes beyond the text the person was shown.",
  "consent.given_in_future": "A consent cannot be given later than today.",
  "consent.expires_too_early": "The consent must end after it was given, and after today.",
  "consent.expires_too_late": "That is too long: a consent of this kind may last until {latest}.",
  "consent.witness_missing": "An oral consent needs its witness named.",
  "consent.guardian_missing":
    "For a child under fourteen the guardian consents; name the guardian.",
  "consent.evidence_missing": "A consent on paper or by message needs its evidence file.",
  "consent.evidence_type": "The file's content is no PDF, JPEG, PNG or WebP.",
  "consent.evidence_not_found":
    "The evidence file you uploaded is not there, or proves another consent already.",
  "consent.ended": "This consent was withdrawn or has expired.",
  "consent.link_invalid":
    "This link no longer works: the consent may have been withdrawn or have expired.",
  "notice.version_conflict":
    "A newer version of the notice was just published; reload before you change it.",
  "subject_request.not_found": "There is no such request, or you may not see it.",
  "subject_request.closed": "This request is closed.",
  "subject_request.identity_unchecked": "First make certain who is asking.",
  "subject_request.person_missing": "First say which person the request is about.",
  "subject_request.received_in_future": "A request cannot be received later than today.",
  "assessment.not_found": "There is no such impact assessment.",
  "assessment.not_allowed_now":
    "That cannot be done with this impact assessment in its present state.",
  "assessment.own":
    "Nobody decides on their own impact assessment; another compliance colleague must.",
  "assessment.incomplete": "The impact assessment is not finished: {parts}.",
  "assessment.kept":
    "Report and record of the assessment must be kept until {until}; they cannot be deleted before.",
  "assessment.in_use": "Personal information still rests on this assessment; it cannot be deleted.",
  "incident.not_found": "There is no such incident.",
  "incident.not_allowed_now": "That cannot be done with this incident in its present state.",
  "incident.in_future": "An incident cannot happen or be discovered later than now.",
  "incident.authority_not_notified":
    "The authority has not been told; the incident cannot be closed.",
  "incident.persons_not_notified":
    "The persons have not been told; if they need not be, write down why first.",
  "project.not_found": "There is no such project at this account.",
  "project.name_taken": "This account already has an open project of that name.",
  "project.ended": "The project has ended and can no longer be changed.",
  "chain.no_profiling":
    "This person objected to profiling: no stance, influence, style or relationship level may be noted.",
  "chain.person_restricted": "Use of this person's data is restricted: it is stored, nothing more.",
  "chain.person_not_at_account": "This person has no present job at the account.",
  "chain.placeholder_has_no_opinion":
    "Nobody knows yet who this is; find the person before judging.",
  "chain.economic_buyer_taken":
    "Somebody else is the economic buyer already; each project has one at most.",
  "chain.coach_untested": "A coach has to pass three tests, each with a sentence of evidence.",
  "chain.answers_invalid": "The guided questions are not all answered, or one is not known.",
  "chain.reason_needed": "Say in a sentence why you judge other than the answers speak for.",
  "chain.date_in_future": "The date cannot lie in the future.",
  "chain.assessment_not_found":
    "There is no such judgement: it may be struck already, or not yours to see.",
  "chain.ranking_repeats": "Nobody can stand in a ranking twice.",
  "pair.not_found": "There is no such pair, or it is not yours to see.",
  "pair.already_noted": "This pair is noted already; change it instead.",
  "pair.colleague_not_found": "There is no such active colleague.",
  "order.not_found": "There is no such order, or you may not see it.",
  "task.not_found": "There is no such task, or you may not see it.",
  "task.owner_not_found": "The chosen owner cannot be found.",
  "task.not_allowed_now": "In its present state the task does not allow this.",
  "interaction.account_not_found":
    "There is no such account, or you may not log a contact with it.",
  "interaction.in_future": "A contact cannot lie after today.",
  "import.not_found": "There is no such import batch.",
  "import.file_missing": "Please choose the file to import.",
  "import.file_empty": "The file has no data rows.",
  "import.file_too_large": "The file is too large; at most {limit}.",
  "import.file_unreadable": "The file cannot be read.",
  "import.file_binary":
    "This is not a table (unreadable bytes near line {line}). Save it as CSV or XLSX and upload again.",
  "import.file_old_excel": "This is an old Excel file (.xls). Save it as .xlsx or CSV.",
  "import.file_encrypted": "The file is protected by a password. Remove it first.",
  "import.file_pdf": "This is a PDF, not a table. Export it as CSV or XLSX.",
  "import.file_encoding_broken":
    "Line {line} has characters that the encoding cannot read. Choose another encoding or mend the line.",
  "import.file_line_too_long": "Line {line} is too long. Check delimiter and quotes.",
  "import.file_too_many_columns": "Line {line} has too many columns ({detail}).",
  "import.file_quotes": "The quotes on line {line} do not match.",
  "import.file_archive_broken": "The compressed content is damaged and cannot be unpacked.",
  "import.file_archive_bomb": "The file unpacks to an unreasonable size and was refused.",
  "import.file_workbook_broken": "The workbook is damaged or not an XLSX.",
  "import.file_too_many_cells": "The workbook has too many cells. Split it or save it as CSV.",
  "import.file_sheet_missing": "There is no such sheet.",
  "import.encoding_unknown": "The encoding of the file is not clear; please choose it.",
  "import.mapping_incomplete": "Some required columns are not matched yet.",
  "import.not_allowed_now": "In its present state the batch does not allow this.",
  "import.kind_unknown": "This kind of import is not known.",
  "import.undo_blocked": "Later data depends on this batch; it cannot be undone.",
  "evaluation.not_found": "There is no such evaluation.",
  "evaluation.already_running": "An evaluation is already running.",
  "policy.invalid": "These evaluation rules do not hold together: {problem}",
  "policy.version_conflict":
    "Somebody else has just published a newer version of the rules; reload and try again.",
  "segment.move_not_found": "There is no such proposed move.",
  "segment.move_decided": "This proposed move has already been decided.",
  "setting.currency_in_use":
    "Trade is already booked in the base currency; it can no longer be changed.",
  "exchange_rate.missing": "The exchange rate of {currency} is missing; add it in the settings.",
  "task.skip_needs_reason":
    "A step of a playbook cannot simply be dropped. To leave it out, skip it and say why.",
  "task.run_over": "The playbook this step belongs to is over; it cannot be opened again.",
  "view.not_found": "There is no such saved view.",
  "view.name_taken": "You already have a view of this name.",
};
