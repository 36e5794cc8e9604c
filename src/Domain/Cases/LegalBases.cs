using Hub.Contracts;
using Hub.Domain.Texts;

namespace Hub.Domain.Cases;

/// <summary>Recording, withdrawing and breaking the seal.</summary>
internal static class LegalBases
{
    public static LegalBasis From(LegalBasisInput input, Kontor holder, Guid owner, Context context) => new(
        input.Kind, input.Form, Text(input.Purpose, "purpose", owner, context),
        input.Kind is LegalBasisKind.IkkeSpurgt or LegalBasisKind.Afslaaet ? Kontorer.Ingen : (input.Recipients ?? holder.AsSet()) & Kontorer.Personale,
        Text(input.Note, "basisNote", owner, context), input.Expires);

    public static Decision Record(Case c, LegalBasisInput input, Context context)
    {
        if (c.People.All(p => p.IsForgotten))
        {
            return Decision.Refuse(RejectionCode.NothingToOpen);
        }

        if (input.Expires <= context.Now)
        {
            return Decision.Refuse(RejectionCode.WrongTime, "expires", "in_the_past");
        }

        if (input.Kind == LegalBasisKind.Afslaaet && Holds.Keeps(c))
        {
            return Decision.Refuse(RejectionCode.LegalHold);
        }

        if (input.Kind == LegalBasisKind.Afslaaet)
        {
            return Refused(c, input, context);
        }

        return input.Kind != LegalBasisKind.IkkeSpurgt && !LegalBasisRules.CanOpen(input.Kind, c.Category)
            ? Decision.Refuse(RejectionCode.BasisDoesNotOpen)
            : Decision.Accept(new LegalBasisRecorded(c.Id, From(input, c.Kontor, c.TextOwner, context)));
    }

    public static Decision Withdraw(Case c) =>
        c.Basis.Kind == LegalBasisKind.IkkeSpurgt ? Decision.Nothing : Decision.Accept(new LegalBasisWithdrawn(c.Id));

    public static Decision Unseal(Case c, UnsealCase x, Context context)
    {
        var kontor = context.Viewer.ActsFor(Access.CaseSight.Offices(c))!.Value;
        return c.People.All(p => p.IsForgotten)
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
            : Decision.Accept(
                new LegalBasisRecorded(c.Id, From(input, c.Kontor, c.Id, context)),
                new IdentityForgotten(c.Id, c.Beboer is { } b ? [b.PersonId] : [.. c.People.Select(p => p.PersonId)]));
    }

    private static Secret? Text(string? value, string field, Guid owner, Context context) =>
        string.IsNullOrWhiteSpace(value) ? null : context.Text(owner, field, value);
}
