using Hub.Contracts;

namespace Hub.Web.Errors;

/// <summary>What can go wrong before or after the turn, besides its own refusals.</summary>
internal enum Fault
{
    Unauthenticated,
    InvalidCredentials,
    SecondFactorRequired,
    LockedOut,
    TooLarge,
    TooManyRequests,
    Busy,
    Starting,
    Stopping,
    Unexpected,
    FormExpired,
}

/// <summary>The one table from what happened to what the caller is told: status and stable code. The texts stand in Problems.resx by code.</summary>
internal static class Problems
{
#pragma warning disable CS8524 // a value outside the enum is a fault of its own; a forgotten name is CS8509 and breaks the build
    public static (int Status, string Code) Of(RejectionCode code) => code switch
    {
        RejectionCode.NotFound => (404, "not_found"),
        RejectionCode.NotAllowed => (403, "not_allowed"),
        RejectionCode.Invalid => (400, "invalid"),
        RejectionCode.IdempotencyKeyReused => (422, "idempotency_key_reused"),
        RejectionCode.Changed => (412, "changed"),
        RejectionCode.CprInText => (409, "cpr_in_text"),
        RejectionCode.PersonalDataInText => (409, "personal_data_in_text"),
        RejectionCode.AlreadyPickedUp => (409, "already_picked_up"),
        RejectionCode.CaseClosed => (409, "case_closed"),
        RejectionCode.CaseNotClosed => (409, "case_not_closed"),
        RejectionCode.HandoverPending => (409, "handover_pending"),
        RejectionCode.HandoverNotPending => (409, "handover_not_pending"),
        RejectionCode.NotAddressee => (409, "not_addressee"),
        RejectionCode.SameOffice => (409, "same_office"),
        RejectionCode.OutcomeDoesNotFit => (409, "outcome_does_not_fit"),
        RejectionCode.NotInOffice => (409, "not_in_office"),
        RejectionCode.BasisNotByBoard => (409, "basis_not_by_board"),
        RejectionCode.BasisDoesNotOpen => (409, "basis_does_not_open"),
        RejectionCode.NothingToOpen => (409, "nothing_to_open"),
        RejectionCode.FlaggerIsBoard => (409, "flagger_is_board"),
        RejectionCode.CannotLink => (409, "cannot_link"),
        RejectionCode.MatterClosed => (409, "matter_closed"),
        RejectionCode.MatterNotClosed => (409, "matter_not_closed"),
        RejectionCode.TaskCompleted => (409, "task_completed"),
        RejectionCode.TaskNotCompleted => (409, "task_not_completed"),
        RejectionCode.Restricted => (409, "restricted"),
        RejectionCode.AnmodningEnded => (409, "anmodning_ended"),
        RejectionCode.TextGone => (409, "text_gone"),
        RejectionCode.LegalHold => (409, "legal_hold"),
        RejectionCode.WrongTime => (409, "wrong_time"),
        RejectionCode.LastAdmin => (409, "last_admin"),
    };

    public static (int Status, string Code) Of(Fault fault) => fault switch
    {
        Fault.Unauthenticated => (401, "unauthenticated"),
        Fault.InvalidCredentials => (401, "invalid_credentials"),
        Fault.SecondFactorRequired => (401, "second_factor_required"),
        Fault.LockedOut => (401, "locked_out"),
        Fault.TooLarge => (413, "too_large"),
        Fault.TooManyRequests => (429, "too_many_requests"),
        Fault.Busy => (503, "busy"),
        Fault.Starting => (503, "starting"),
        Fault.Stopping => (503, "stopping"),
        Fault.Unexpected => (500, "unexpected"),
        Fault.FormExpired => (400, "form_expired"),
    };
#pragma warning restore CS8524
}
