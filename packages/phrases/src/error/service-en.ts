import type { serviceErrorCodes } from "@mainstay/contract/error/service-error-codes";

/** The words of every refusal about cases, promises, surveys, needs and public pages. */
export const serviceErrorWordsEn: Record<keyof typeof serviceErrorCodes, string> = {
  "case.already_handled": "This colleague is handling the case already.",
  "case.clock_setting_unfit":
    "The clocks contradict each other: closing is at least an hour after opening, and reply and report are not due after the solution.",
  "case.duplicate_elsewhere":
    "A case can only be the duplicate of another one of the same account.",
  "case.duplicate_of_duplicate":
    "That case is a duplicate itself; choose the one where work goes on.",
  "case.first_responder_stays":
    "The first responder of a case never changes; the work may be transferred.",
  "case.handler_complained": "Whoever the complaint is about cannot handle it.",
  "case.handler_out_of_sight":
    "This colleague does not see the account; add them to the account team first.",
  "case.handler_unfit": "This colleague is not active, or their role does not work on cases.",
  "case.ladder_ended": "There is nobody further up to escalate to.",
  "case.level_late":
    "A clock has run out; only a director, sponsor or manager lowers the level now.",
  "case.level_same": "The case has this level already.",
  "case.mail_no_address": "This person has no mail address we can use.",
  "case.no_responder": "Nobody can answer for this case; give the account a manager first.",
  "case.pause_agreed_in_future": "The customer cannot have agreed later than now.",
  "case.pause_agreement_missing":
    "A pause needs the customer's agreement: say who of theirs agreed.",
  "case.pause_in_past": "A pause has to end later than now.",
  "case.pause_too_long": "A pause lasts at most {days} days.",
  "case.source_taken": "This answer already has a case.",
  "case.transfer_open": "An offer to transfer the case is waiting for its answer.",
  "case.product_not_found": "There is no such product.",
  "case.user_not_found": "There is no such colleague.",
  "call_back.not_independent":
    "Whoever answered for, worked on or is complained about in it may not call; ask another colleague.",
  "call_back.time_unfit": "A call lies after the solution and not in the future.",
  "case.attachment_false":
    "The file's name says something else than its content, which is {type}. Please check the file.",
  "case.attachment_not_found": "This attachment is not there.",
  "case.attachment_too_many": "A case takes at most {most} files.",
  "case.attachment_type":
    "This kind of file is not taken: PDF, pictures, MP4, Word, Excel, PowerPoint (without macros), text or mail.",
  "case.link_not_found": "This link is not there.",
  "case.link_target_not_found": "The record to link is not found at this account.",
  "evidence.not_found": "This file is not there.",
  "evidence.too_many": "At most {most} files.",
  "case.not_allowed_now": "The case does not allow this now; please look at it again.",
  "case.not_found": "This case is not there, or not for you to see.",
  "confirmation.not_independent":
    "Without an address to mail, only a colleague with no part in it gets the link to pass on.",
  "cost.amount_missing": "Please give the amount.",
  "cost.day_in_future": "The day of a cost cannot lie ahead.",
  "cost.hours_missing": "Please give the hours.",
  "cost.hours_unfit": "Only a cost of hours has hours.",
  "cost.not_found": "This cost is not there.",
  "cost.quantity_unfit": "Only a cost of parts has a quantity.",
  "cost.rate_missing":
    "No hourly rate is set for this role: give an amount, or ask a director to set the rate.",
  "department.in_use":
    "Cases, promises, needs, surveys or inspections name this department; it cannot be removed.",
  "feedback_loop.asked_often": "They were asked {{most}} times within a year; no more.",
  "feedback_loop.contact_out_of_time":
    "The contact cannot lie before the loop was opened or in the future.",
  "feedback_loop.not_allowed_now": "This cannot be done with the loop now; please reload.",
  "feedback_loop.not_found": "There is no such loop, or you may not see it.",
  "feedback_loop.owner_complained_about":
    "The loop cannot be given to somebody the complaint is about.",
  "feedback_loop.person_not_asked":
    "This person cannot be asked again: they want no surveys, their use is restricted, or you may not see them.",
  "feedback_loop.question_not_found": "There is no such question, or it is not scored.",
  "feedback_loop.step_skipped":
    "No step may be left out: speak with them, put it right, follow up, then ask again.",
  "filing_link.not_found": "There is no such link for filing, or it was taken back.",
  "incoming_hook.not_found": "There is no such address for incoming mail, or it has ended.",
  "incoming_message.not_found": "There is no such message, or you may not see it.",
  "incoming_message.person_elsewhere": "This person has no job at that account.",
  "incoming_message.sorted": "Somebody has sorted this message meanwhile; please reload.",
  "mailbox.not_reached": "The mailbox could not be opened: {reason}",
  "mailbox.not_set_up": "No service mailbox is set up yet.",
  "inspection.already_drawn": "This inspection has been drawn; it is drawn once.",
  "inspection.item_done": "The calls about this item are over.",
  "inspection.item_not_found": "This item does not exist, or you may not see it.",
  "inspection.needs_whole_view":
    "Inspections are run by analysts or compliance who see every customer.",
  "inspection.not_found": "There is no such inspection.",
  "inspection.nothing_to_draw": "There is nothing to draw from; widen the range.",
  "inspection.population_too_large": "More than {most} records; choose a shorter period.",
  "need.not_found": "There is no such need, or you may not see it.",
  "need.not_allowed_now": "A need in this state cannot be handled like that.",
  "need.already_explicit": "An explicit need does not become hidden again.",
  "need.origin_not_found": "The account has no such record, or you may not see it.",
  "need.step_not_allowed": "A need moves on one step at a time, or back to an earlier state.",
  "need.day_in_future": "The day must not lie after today ({today}).",
  "need.step_before_last":
    "The day must not lie before the need came to its present state ({since}).",
  "public_case.contact_needed":
    "Please give your name and a phone number or mail address, so that we can reply.",
  "public_case.files_too_many": "At most {most} files a day can be sent.",
  "public_case.not_open":
    "Nothing can be added now: the case is not registered yet, or it has ended.",
  "public_case.pause_gone": "We no longer ask for this; please reload the page.",
  "promise.not_found": "There is no such promise, or you may not see it.",
  "promise.not_allowed_now": "A promise in this state cannot be handled like that.",
  "promise.source_not_found": "The account has no such record, or you may not see it.",
  "promise.day_in_future": "The day must not lie after today ({today}).",
  "promise.due_before_made": "A promise cannot be due before it was made.",
  "promise.due_in_past": "The new day must not lie before today ({today}).",
  "promise.done_before_made": "It cannot have been done before it was promised.",
  "promise.same_day": "The new day is the same as before.",
  "public_link.invalid":
    "This link is not valid or was taken back. Please ask whoever gave it to you for another.",
  "public_link.not_found": "This link was not found.",
  "public_link.expired": "This link is too old. Please ask whoever gave it to you for another.",
  "public_link.used": "This link has been used; it works once.",
  "survey.not_found": "There is no such survey.",
  "survey.not_allowed_now": "The survey cannot be worked on like this now.",
  "survey.unfit": "The survey cannot be sent yet: {{count}} things need a change.",
  "survey.question_twice": "Two questions carry the same id. Please load the page anew.",
  "survey.sight_needed":
    "A survey asks all customers: only somebody who sees all of them may send it.",
  "survey.round_open": "The last round is still open; close it first.",
  "survey.round_closed": "This round is closed.",
  "survey.round_not_found": "There is no such round.",
  "survey.closes_in_past": "The last day cannot lie in the past.",
  "survey.invitation_not_found": "There is no such invitation among the accounts you see.",
  "survey_response.answer_unfit":
    "The answer to question {question} does not fit it; please answer it again.",
  "survey_response.closed": "This round closed on {on}. Thank you for looking in.",
  "survey_response.final": "An anonymous answer is final. Yours has been received.",
  "survey_response.handed_in": "It was handed in already; to change it, hand in the changed one.",
  "survey_response.kept_on_device":
    "Until it is handed in, an answer without a name stays on your device.",
  "survey_response.no_slices": "An anonymous round is shown as a whole, not by account or segment.",
  "survey_response.not_found": "There is no such answer, or you may not see it.",
  "survey_response.not_shown":
    "An anonymous round is shown once it is closed, from five answers on, and to whom sees all accounts.",
  "survey_response.required_missing": "Some required questions are not answered yet.",
  "survey_response.walk_in_full": "This link has taken in too many answers and takes no more.",
};
