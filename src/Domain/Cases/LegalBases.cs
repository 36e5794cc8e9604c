using Hub.Contracts;
using Hub.Domain.Texts;

namespace Hub.Domain.Cases;

/// <summary>Recording, withdrawing and breaking the seal.</summary>
internal static class LegalBases
{
    public static LegalBasis From(LegalBasisInput input, Kontor holder, Guid owner, Context context) => new(
        input.Kind, input.Form, Text(input.Purpose, "purpose", owner, context), Recipients(input, holder), Text(input.Note, "basisNote", owner, context),
        input.Expires ?? (LegalBasisRules.Of(input.Kind)?.Lasts is { } lasts ? context.Now + lasts : null), input.Covers, context.Actor.Employer);

    /// <summary>Null when it may run out then.</summary>
    public static Decision? WrongExpiry(LegalBasisInput input, string prefix, Context context) =>
        input.Expires <= context.Now ? Decision.Refuse(RejectionCode.WrongTime, prefix + "expires", "in_the_past")
        : input.Expires > context.Now + LegalBasisRules.Of(input.Kind)?.Longest ? Decision.Refuse(RejectionCode.WrongTime, prefix + "expires", "too_late")
        : null;

    public static Decision Record(Case c, LegalBasisInput input, Context context)
    {
        if (!c.HasSeal)
        {
            return Decision.Refuse(RejectionCode.NothingToOpen);
        }

        if (WrongExpiry(input, "", context) is { } wrong)
        {
            return wrong;
        }

        if (input.Kind == LegalBasisKind.Afslaaet && Holds.Keeps(c))
        {
            return Decision.Refuse(RejectionCode.LegalHold);
        }

        if (input.Kind == LegalBasisKind.Afslaaet)
        {
            return Refused(c, input, context);
        }

        if (input.Kind == LegalBasisKind.IkkeSpurgt)
        {
            return Decision.Accept(new LegalBasisRecorded(c.Id, From(input, c.Kontor, c.TextOwner, context)));
        }

        if (!LegalBasisRules.CanOpen(input.Kind, c.Category))
        {
            return Decision.Refuse(RejectionCode.BasisDoesNotOpen);
        }

        // Another dataansvarlig is told only what for (GDPR art. 5(1)(b)); in danger nobody is kept waiting for a sentence.
        var deling = Sharing.To(Recipients(input, c.Kontor), context.Actor.Employer, context.Area);
        return deling == Deling.Videregivelse && input.Kind != LegalBasisKind.VitaleInteresser && string.IsNullOrWhiteSpace(input.Purpose)
            ? Decision.Refuse(RejectionCode.Invalid, "purpose", "required")
            : Decision.Accept(new LegalBasisRecorded(c.Id, From(input, c.Kontor, c.TextOwner, context), deling));
    }

    public static Decision Withdraw(Case c) =>
        LegalBasisRules.Of(c.Basis.Kind) is { End: BasisEnd.Never } ? Decision.Nothing : Decision.Accept(new LegalBasisWithdrawn(c.Id));

    /// <summary>Said once, by someone who is told; whoever broke the seal is not.</summary>
    public static Decision Acknowledge(Case c, AcknowledgeUnseal x, Context context) =>
        c.Unseals.FirstOrDefault(u => u.Seq == x.UnsealSeq) is not { } unseal || !Access.Oversight.IsToldOf(unseal, context.Viewer)
            ? Decision.Refuse(RejectionCode.NotAllowed)
            : unseal.SeenBy.Contains(context.Actor.UserId) ? Decision.Nothing
            : Decision.Accept(new UnsealAcknowledged(c.Id, unseal.Seq, context.Actor.UserId));

    public static Decision Unseal(Case c, UnsealCase x, Context context)
    {
        var kontor = context.Viewer.ActsFor(Access.CaseSight.Offices(c))!.Value;
        return !c.HasSeal
            ? Decision.Refuse(RejectionCode.NothingToOpen)
            : Decision.Accept(new CaseUnsealed(
                c.Id, kontor, x.Kind, context.Text(c.TextOwner, "reason", x.Reason), context.Now + Access.CaseSight.UnsealLasts));
    }

    /// <summary>The beboer was asked and said no: the name goes, the observation stays under the case's own key.</summary>
    private static Decision Refused(Case c, LegalBasisInput input, Context context)
    {
        var named = FreeTexts.Of(new RecordLegalBasis(c.Id, input)).FirstOrDefault(t => People.Of(c, context.Area).Matches(t.Text)).Field;
        return named is not null
            ? Decision.Refuse(RejectionCode.PersonalDataInText, named, "names_beboer")
            : Decision.Accept([
                new LegalBasisRecorded(c.Id, From(input, c.Kontor, c.Id, context)),
                .. c.People.Any() ? [new IdentityForgotten(c.Id, c.Beboer is { } b ? [b.PersonId] : [.. c.People.Select(p => p.PersonId)])] : Array.Empty<Event>(),
            ]);
    }

    private static Kontorer Recipients(LegalBasisInput input, Kontor holder) =>
        input.Kind is LegalBasisKind.IkkeSpurgt or LegalBasisKind.Afslaaet ? Kontorer.Ingen : (input.Recipients ?? holder.AsSet()) & Kontorer.Personale;

    private static Secret? Text(string? value, string field, Guid owner, Context context) =>
        string.IsNullOrWhiteSpace(value) ? null : context.Text(owner, field, value);
}
