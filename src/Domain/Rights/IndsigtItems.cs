using Hub.Contracts;
using Hub.Domain.Texts;
using Hub.Domain.Views;

namespace Hub.Domain.Rights;

/// <summary>What one case keeps on a person, thing by thing. Who else is in it, and who complained, is left out unless somebody decides otherwise.</summary>
internal static class IndsigtItems
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    public static IEnumerable<IndsigtItem> Of(PersonCase p, PersonMatcher others)
    {
        var flagged = p.History.FirstOrDefault(r => r.Event is CaseFlagged);
        var corrections = new Corrections(p.History);
        return Person(p, flagged).Concat(Source(p, flagged)).Concat(Parts(p, flagged))
            .Concat(p.History.Where(IsAbout).SelectMany(r => Event(p, r, corrections, others)));
    }

    private static IEnumerable<IndsigtItem> Person(PersonCase p, Recorded? flagged) =>
        p.Case.People.FirstOrDefault(x => x.PersonId == p.PersonId) is { } me ? Fields(p, me, "identity", flagged) : [];

    private static IEnumerable<IndsigtItem> Source(PersonCase p, Recorded? flagged) =>
    [
        new(Id(p.Case.Id, "kilde"), p.Case.Id, "source", "kilde", p.Case.FlaggedAt, flagged?.From, null, Details("kilde", $"{p.Case.Kilde}"))
        {
            Udeladt = p.Case.Kilde is Kilde.Nabo or Kilde.Paaroerende && !p.IsComplainant ? UdeladtGrund.KlagersIdentitet : null,
        },
        .. p.Case.BoernIHjemmet ? [new IndsigtItem(Id(p.Case.Id, "boern"), p.Case.Id, "source", "boernIHjemmet", p.Case.FlaggedAt, flagged?.From, null, Nothing)] : Array.Empty<IndsigtItem>(),
    ];

    /// <summary>The others of the case: the beboer too, when it is a side of the case who asks.</summary>
    private static IEnumerable<IndsigtItem> Parts(PersonCase p, Recorded? flagged) =>
        (p.IsBeboer || p.Case.Beboer is not { } beboer ? [] : Fields(p, beboer, "part", flagged))
        .Select(i => i with { Udeladt = UdeladtGrund.AndresRettigheder })
        .Concat(p.Others.SelectMany(o => Fields(p, o.Identity, "part", flagged).Select(i => i with
        {
            Rolle = o.Rolle,
            Udeladt = o.Rolle == PartRolle.Klager ? UdeladtGrund.KlagersIdentitet : UdeladtGrund.AndresRettigheder,
        })));

    private static IEnumerable<IndsigtItem> Fields(PersonCase p, Identity person, string kind, Recorded? flagged) =>
        from field in new[] { ("name", person.Name), ("address", person.Address), ("lejemaal", person.Lejemaal), ("phone", person.Phone) }
        where field.Item2?.Value is not null
        select new IndsigtItem(Id(person.PersonId, field.Item1), p.Case.Id, kind, field.Item1, p.Case.FlaggedAt, flagged?.From, field.Item2!.Value, Nothing);

    /// <summary>What happened by itself, the request and its own oversight tell nothing of the person.</summary>
    private static bool IsAbout(Recorded r) => r.Event is not (AnmodningEvent or ITextCorrection or RemarkAdded or IdentityCorrected
        or CaseTargetMissed or HandoverReminded or TaskOverdue or MatterOverdue or HoldReviewDue or UnsealEnded or UnsealAcknowledged);

    private static IEnumerable<IndsigtItem> Event(PersonCase p, Recorded r, Corrections corrections, PersonMatcher others)
    {
        var texts = CaseTexts.Of(r.Event);
        var item = new IndsigtItem(Id(r.EventId, ""), p.Case.Id, EventNames.Of(r.Event), "", r.At, r.From, null, Told(r.Event))
        {
            Udeladt = r.Event is CaseLinked { Kind: LinkKind.SammeHusstand } ? UdeladtGrund.AndresRettigheder : null,
        };
        return texts.Count == 0 ? [item] : texts.Select(text => item with
        {
            ItemId = Id(r.EventId, text.Field),
            Field = text.Field,
            Text = corrections.Now(text).Value is { } now ? others.Mask(now) : null,
            TextItem = corrections.Now(text) is { Value: not null, Item: var key } ? key : null,
            Corrected = corrections.Last(text),
            Remarks = [.. corrections.RemarksOn(text).Select(t => t.Value).OfType<string>().Select(others.Mask)],
        });
    }

    /// <summary>Codes and dates; neither an employee nor a number that only Hub knows a thing by.</summary>
    private static Dictionary<string, string> Told(Event e) =>
        EventDetails.Of(e).Where(d => !d.Key.EndsWith("Id", StringComparison.Ordinal)).ToDictionary(d => d.Key, d => d.Value);

    private static Guid Id(Guid of, string field) => CommandIds.Derive(of, "indsigt/" + field);

    private static Dictionary<string, string> Details(string name, string value) => new() { [name] = char.ToLowerInvariant(value[0]) + value[1..] };
}
