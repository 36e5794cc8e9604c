using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Texts;
using Hub.Domain.Time;

namespace Hub.Domain.Cases;

/// <summary>A worry becomes a case.</summary>
internal static class FlagDecisions
{
    public static Decision Flag(WorkspaceState state, FlagCase x, Context context)
    {
        var from = context.Actor.Kontor!.Value;
        if (Refusal(x, from, context) is { } refusal)
        {
            return refusal;
        }

        var id = context.NewId("case");
        var refused = x.LegalBasis.Kind == LegalBasisKind.Afslaaet;
        var beboer = refused ? null : Named(x.Beboer, "beboer", context);
        var parter = x.Parter.Select((p, i) => new Part(p.Rolle, Person(p.Person, $"part/{i}", context))).ToList();
        var named = beboer ?? parter.Select(p => p.Identity).FirstOrDefault(p => !p.IsForgotten);
        var receiver = Receiver(x, named is not null, from, context.Area.Settings);
        var owner = named?.PersonId ?? id;
        var byBoard = from == Kontor.Bestyrelseskontor;
        var sameDoor = SameDoors.OpenCases(state, beboer);
        var flagged = new CaseFlagged(
            id, state.LastCase + 1, byBoard ? state.LastBoardFlag + 1 : null, x.Category, x.Severity, x.Vulnerability, x.Kilde, x.BoernIHjemmet,
            x.Afdeling, context.Actor.UserId, from, receiver, from == Kontor.BoligsocialtKontor && receiver == from ? context.Actor.UserId : null,
            context.Text(owner, "description", x.Description), beboer, parter, LegalBases.From(x.LegalBasis, receiver, owner, context),
            Targets.Of(x.Severity, context.Now, receiver, context.Area.Calendar), [.. sameDoor.Select(c => c.Id)], x.Saerlig,
            receiver == from ? null : Sharing.To(receiver.AsSet(), context.Actor.Employer, context.Area));
        return Decision.Accept(Receipt(flagged, x, sameDoor, context), flagged);
    }

    /// <summary>Who gets it: the office that is asked for, or the one it is routed to.</summary>
    public static Kontor Receiver(FlagCase x, bool named, Kontor from, OmraadeSettings settings) =>
        x.ToKontor ?? RoutingRules.Route(x.Category, named, from, settings);

    private static Decision? Refusal(FlagCase x, Kontor from, Context context)
    {
        if (x.ToKontor == Kontor.Bestyrelseskontor)
        {
            return Decision.Refuse(RejectionCode.Invalid, "toKontor", "not_for_board");
        }

        if (from == Kontor.Bestyrelseskontor && x.LegalBasis.Kind is not (LegalBasisKind.IkkeSpurgt or LegalBasisKind.Afslaaet))
        {
            return Decision.Refuse(RejectionCode.BasisNotByBoard);
        }

        // What a neighbour thinks of a neighbour's health has no place here (GDPR art. 9).
        if (from == Kontor.Bestyrelseskontor && x.Saerlig != Saerlig.Ingen)
        {
            return Decision.Refuse(RejectionCode.Invalid, "saerlig", "not_for_board");
        }

        if (LegalBases.WrongExpiry(x.LegalBasis, "legalBasis.", context) is { } wrong)
        {
            return wrong;
        }

        return x.LegalBasis.Kind == LegalBasisKind.Afslaaet ? NamedAnyway(x, context) : null;
    }

    /// <summary>Refused and yet named: the name must not survive in a text or as a side of the case either.</summary>
    private static Decision? NamedAnyway(FlagCase x, Context context)
    {
        if (Named(x.Beboer, "beboer", context) is not { } person)
        {
            return null;
        }

        var matcher = PersonMatcher.For([person], context.Area.Places);
        var field = FreeTexts.Of(x with { Beboer = null }).FirstOrDefault(t => matcher.Matches(t.Text)).Field;
        return field is null ? null : Decision.Refuse(RejectionCode.PersonalDataInText, field, "names_beboer");
    }

    private static Identity? Named(PersonInput? input, string name, Context context) =>
        input is null || Person(input, name, context) is not { IsForgotten: false } person ? null : person;

    /// <summary>A side of a case may be known by its part alone; then no field is filled in.</summary>
    internal static Identity Person(PersonInput input, string name, Context context)
    {
        var id = context.NewId("person/" + name);
        var address = Typed(input.Address) ?? (input.LejemaalId is { } l && context.Area.Lejemaal.TryGetValue(l, out var lejemaal) ? lejemaal.Address : null);
        return new Identity(
            id, Field(id, name + ".name", input.Name), Field(id, name + ".address", address),
            Field(id, name + ".lejemaal", input.LejemaalId?.ToString()), Field(id, name + ".phone", input.Phone));
    }

    private static Secret? Field(Guid owner, string field, string? value) =>
        Typed(value) is { } typed ? new Secret(owner, null, field, typed) : null;

    private static string? Typed(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static Receipt Receipt(CaseFlagged flagged, FlagCase x, IReadOnlyList<Case> sameDoor, Context context)
    {
        var number = flagged.BoardNumber is { } b ? Numbers.BoardFlag(b) : Numbers.Case(flagged.Number);
        var advice = Adviser.For(
            x.Category, x.Severity, x.BoernIHjemmet, context.Actor.Employer, flagged.Kontor, context.Area.Settings, context.Area.Calendar, context.Now);
        var told = sameDoor
            .Where(c => CaseSight.Identity(c, context.Viewer, context.Now) == IdentityState.Aaben)
            .Select(c => new SameDoor(c.Id, Numbers.Case(c.Number)))
            .ToList();
        return Decision.Receipt0(flagged.CaseId, number) with { Advice = advice, SameDoor = told.Count > 0 ? told : null };
    }
}
