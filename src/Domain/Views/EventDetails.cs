using System.Globalization;
using System.Text.Json;
using Hub.Contracts;
using Hub.Domain.Texts;

namespace Hub.Domain.Views;

/// <summary>The codes and dates of an event that a timeline shows besides its text. Nothing personal.</summary>
internal static class EventDetails
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, string> Of(Event e) => e switch
    {
        CaseFlagged x => Pairs(("deling", Spell(x.Deling))),
        CaseAssigned x => Pairs(("userId", x.UserId)),
        NoteAdded x => Pairs(("noteId", x.NoteId), ("kind", Spell(x.Kind)), ("audience", Spell(x.Audience)), ("happenedAt", x.HappenedAt)),
        BeboerDescribed x => Pairs(("ved", Spell(x.Ved))),
        LegalBasisRecorded x => Pairs(("kind", Spell(x.Basis.Kind)), ("form", x.Basis.Form is { } f ? Spell(f) : null), ("expires", x.Basis.Expires), ("covers", Spell(x.Basis.Covers)), ("deling", Spell(x.Deling))),
        CaseRestricted x => Pairs(("ground", Spell(x.Ground))),
        RestrictionLifted x => Pairs(("informedAt", x.InformedAt)),
        AnmodningReceived x => Pairs(("anmodningId", x.AnmodningId), ("kind", Spell(x.Kind)), ("due", x.Due)),
        AnmodningExtended x => Pairs(("anmodningId", x.AnmodningId), ("due", x.Due)),
        AnmodningEvent x => Pairs(("anmodningId", x.AnmodningId)),
        HoldPlaced x => Pairs(("ground", Spell(x.Ground)), ("reviewBy", x.ReviewBy)),
        CaseUnsealed x => Pairs(("kind", Spell(x.Kind)), ("kontor", Spell(x.Kontor)), ("until", x.Until)),
        UnsealAcknowledged x => Pairs(("unsealSeq", x.UnsealSeq)),
        CaseLinked x => Pairs(("caseId", x.OtherCaseId), ("kind", Spell(x.Kind))),
        CaseMerged x => Pairs(("caseId", x.IntoCaseId)),
        DuplicateReceived x => Pairs(("caseId", x.FromCaseId)),
        DisclosureRecorded x => Pairs(("legalBasis", Spell(x.LegalBasis)), ("givenAt", x.GivenAt)),
        UnderretningRecorded x => Pairs(("givenAt", x.GivenAt)),
        CallRecorded x => Pairs(("called", Spell(x.Called)), ("calledAt", x.CalledAt)),
        CaseClosed x => Pairs(("outcome", Spell(x.Outcome))),
        HandoverOffered x => Pairs(("handoverId", x.HandoverId), ("fromKontor", Spell(x.FromKontor)), ("toKontor", Spell(x.ToKontor)), ("respondBy", x.RespondBy), ("deling", Spell(x.Deling)), ("grundlag", Spell(x.Grundlag))),
        HandoverEvent x => Pairs(("handoverId", x.HandoverId)),
        MatterOpened x => Pairs(("matterId", x.MatterId), ("number", Numbers.Matter(x.Number)), ("respondBy", x.RespondBy)),
        MatterPutOnAgenda x => Pairs(("matterId", x.MatterId), ("date", x.Date)),
        MatterClosed x => Pairs(("matterId", x.MatterId), ("outcome", Spell(x.Outcome))),
        MatterEvent x => Pairs(("matterId", x.MatterId)),
        TaskCreated x => Pairs(("taskId", x.TaskId), ("kontor", Spell(x.Kontor)), ("purpose", Spell(x.Purpose)), ("due", x.Due)),
        TaskEvent x => Pairs(("taskId", x.TaskId)),
        _ => None,
    };

    private static Dictionary<string, string> Pairs(params ReadOnlySpan<(string Name, object? Value)> pairs)
    {
        var details = new Dictionary<string, string>();
        foreach (var (name, value) in pairs)
        {
            if (Write(value) is { } text)
            {
                details[name] = text;
            }
        }

        return details;
    }

    private static string? Write(object? value) => value switch
    {
        null => null,
        DateTimeOffset at => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string? Spell<T>(T? value)
        where T : struct, Enum => value is { } known ? Spell(known) : null;

    private static string? Spell(Saerlig marks) => marks == Saerlig.Ingen ? null : string.Join(' ', marks.Each().Select(Spell<Saerlig>));

    private static string Spell<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
