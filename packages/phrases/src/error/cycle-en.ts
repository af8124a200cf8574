import type { ErrorCode } from "@mainstay/contract/error/error-codes";

/** The words of every refusal in the cycle of an account: warnings, duties, handovers, approvals, teams and plans. */
export const cycleErrorWordsEn = {
  "signal.not_found": "There is no such signal, or you may not see it.",
  "signal.not_allowed_now": "In its present state the signal does not allow this.",
  "signal.snooze_in_past": "A snooze must end after today.",
  "signal.owner_not_found": "The chosen owner cannot be found.",
  "health.already_adjusted": "An adjustment runs until {{until}}; end it first.",
  "health.adjustment_not_found": "There is no such adjustment, or you may not see it.",
  "health.adjustment_ended": "This adjustment has ended already.",
  "calendar_entry.not_found": "There is no such plan, or you may not see it.",
  "calendar_entry.recurrence_invalid":
    "Such a repetition cannot be kept: repeat by day, week, month or year, at most 1,000 times, with either a count or a last day.",
  "calendar_entry.no_such_day": "The plan does not fall on this day.",
  "calendar_entry.already_logged": "This day of the plan is logged as a contact already.",
  "calendar_entry.without_account":
    "The plan names no account, so it cannot be logged as a contact.",
  "calendar_feed.not_found": "There is no such calendar address, or it was revoked.",
  "quick_log.not_found": "There is no such quick log of yours.",
  "quick_log.empty": "The quick log holds no contact, no plan and no next step.",
  "quick_log.ref_conflict":
    "This quick log was saved before with other content; the first one stays.",
  "quick_log.taken_back": "This quick log was taken back and is not saved again.",
  "quick_log.too_late": "A quick log can be taken back by its writer for {minutes} minutes only.",
  "quick_log.other_writer": "Somebody else wrote this quick log; it cannot be sent in your name.",
  "signal_rule.invalid": "These signal rules contradict themselves: {problem}",
  "signal_rule.version_conflict":
    "Somebody else has just published a version of the signal rules. Reload before you change them.",
  "rescue.not_found": "There is no such rescue, or you cannot see it.",
  "rescue.already_running": "A rescue of this account is running already.",
  "rescue.not_allowed_now": "Its present state does not allow this. Reload and look again.",
  "rescue.offer_not_found": "There is no such offer, or you cannot see it.",
  "rescue.offer_open":
    "An offer still has no answer. Note what the customer said, or withdraw it, before you close.",
  "rescue.day_in_future": "The day cannot be later than today ({today}).",
  "rescue.day_out_of_order": "The day cannot be before the step that came first ({earliest}).",
  "rescue.share_unfit":
    "Saved keeps the whole, lost keeps nothing, partly saved something in between.",
  "service_policy.invalid": "This service policy cannot be kept: {problem}",
  "service_policy.version_conflict":
    "Somebody has just published another version of the service policy. Reload it before changing it.",
  "service_policy.effective_in_past": "The policy cannot come into force before today ({today}).",
  "obligation.not_found": "There is no such obligation, or you may not see it.",
  "obligation.not_allowed_now":
    "The obligation is in a state that does not allow this. Reload it and look again.",
  "obligation.fulfilled_in_future": "It cannot have been done after today ({today}).",
  "obligation.fulfilled_before_period":
    "That day is before the period begins ({from}), so it does not count for it.",
  "obligation.move_in_past": "It cannot be moved to a day before today ({today}).",
  "obligation.move_same_day": "The new day is the old one, so nothing would be moved.",
  "obligation.move_too_far":
    "It can be moved to {latest} at the latest: after that the period after the next one begins.",
  "handover.not_found": "There is no such handover, or you may not see it.",
  "handover.ended": "This handover has ended and cannot be changed.",
  "handover.item_unknown": "This handover's checklist has no such item.",
  "handover.items_open": "Mandatory items still open: {count}. Say why you take over now.",
  "handover.pack_changed": "The pack has changed since you read it. Read it again, then accept.",
  "handover.successor_unfit": "Whoever leaves cannot be their own successor.",
  "handover.seat_empty":
    "Nobody holds this seat, so there is nothing to hand over: just name somebody.",
  "handover.already_running": "A handover for the same contact or seat is already running.",
  "requirement_change.not_found": "There is no such requirement change, or you may not see it.",
  "requirement_change.version_not_found":
    "There is no such version, or nothing signed belongs to it.",
  "requirement_change.not_allowed_now":
    "The present state of this requirement change does not allow that. Reload and look again.",
  "requirement_change.not_newest":
    "Version {number} is no longer the newest. Confirm version {newest}.",
  "requirement_change.own_version":
    "Whoever made this version cannot confirm it for us. Ask another manager or director.",
  "requirement_change.unchanged":
    "Nothing differs from the present version, so there is nothing to save.",
  "requirement_change.paper_type":
    "The signed paper must be a PDF, JPEG or PNG; its content decides, not its name.",
  "requirement_change.paper_not_found":
    "The signed paper you uploaded was not found. Upload it again.",
  "requirement_change.in_future": "The day cannot lie after today ({today}).",
  "requirement_change.signed_before_sent": "The paper was signed before it was sent ({sentOn}).",
  "approval.not_found": "There is no such approval, or you may not see it.",
  "approval.decided": "This has already been decided.",
  "approval.own": "Nobody decides their own request, not even in somebody's place.",
  "approval.not_yours": "This approval is not yours to handle.",
  "approval.approver_not_found":
    "The named approver cannot decide this: they left, may not approve, or are you yourself.",
  "approval.already_asked": "The same request is already waiting for a decision.",
  "approval.already_reminded": "They have been reminded today; try again tomorrow.",
  "approval.note_needed": "Please say why you refuse.",
  "approval.same_segment": "The account already is in this segment.",
  "approval.gift_form_forbidden":
    "Cash, vouchers, cards, virtual currency and securities are never given.",
  "approval.gift_for_family": "Nothing may be given to the family of the customer's people.",
  "approval.gift_while_bidding":
    "Nothing may be given to somebody whose organisation has a tender open.",
  "approval.gift_not_open":
    "The recipient's employer must know of it; what is given in secret is not considered.",
  "approval.not_needed": "This needs no approval now; go ahead.",
  "approval.export_needed":
    "An export of {rows} rows is more than the {limit} the workspace allows; ask for an approval first.",
  "approval.sensitive_access_needed":
    "Looking at this person's sensitive facts needs an approval first.",
  "absence.not_found": "There is no such absence.",
  "absence.delegate_not_found": "Name a colleague who is active and may approve, and not yourself.",
  "absence.overlapping": "This overlaps another absence of yours.",
  "team.member_not_found": "There is no such team member, or you may not see the account.",
  "team.already_member": "This person already has this seat in the team.",
  "team.user_not_found": "Choose a colleague who is active.",
  "team.seat_ended": "This person has already left the team.",
  "programme.not_found": "There is no such programme record, or you may not see it.",
  "programme.already_there":
    "The account is in the programme already, or its nomination is waiting.",
  "programme.full":
    "The programme is full ({cap} accounts). An exception needs a reason and a named approver.",
  "programme.scorecard_incomplete":
    "The scorecard is incomplete: every criterion needs a score from 0 to 5 and its reason.",
  "programme.not_allowed_now": "This cannot be done in the present state.",
  "programme.rule_conflict": "Somebody else has just changed the criteria; reload and try again.",
  "programme.weights_sum": "The weights must sum to 100 %; now they sum to {sum} %.",
  "workday.invalid": "Line {line} of the workday table cannot be understood.",
  "lifecycle.already_there": "The account is already in this stage.",
  "lifecycle.day_before_last":
    "The day must not lie before the account entered its present stage ({since}).",
  "lifecycle.day_in_future": "The day must not lie after today ({today}).",
  "lifecycle.reason_needed": "Changing the stage by hand needs a reason.",
  "lifecycle.not_proposed":
    "This stage is not proposed at present. Reload and look again; to enter it all the same, do so by hand with a reason.",
  "lifecycle.no_stage": "The account is in no stage at present.",
  "playbook.invalid": "The playbook cannot be published yet: {problem}",
  "playbook.version_conflict":
    "Version {version} of this playbook has just been published. Look at it before you publish.",
  "pause.not_found": "There is no such pause.",
} satisfies Partial<Record<ErrorCode, string>>;
