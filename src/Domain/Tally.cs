using System.Collections.Immutable;
using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Matters;

namespace Hub.Domain;

/// <summary>
/// What each office has open, by when it will be late. Kept as things move, so that nobody has to look through all there is to count.
/// </summary>
internal readonly struct Tally
{
    private readonly ImmutableDictionary<Kontor, ImmutableSortedSet<(DateTimeOffset LateAfter, Guid Id)>> piles;

    private Tally(ImmutableDictionary<Kontor, ImmutableSortedSet<(DateTimeOffset, Guid)>> piles) => this.piles = piles;

    public static Tally Empty { get; } = Of([], []);

    public static Tally Of(IEnumerable<Case> cases, IEnumerable<Matter> matters)
    {
        var open = cases.Select(Open).Concat(matters.Select(Open)).OfType<Entry>().ToLookup(e => e.Kontor, e => (e.LateAfter, e.Id));
        return new(Enum.GetValues<Kontor>().ToImmutableDictionary(k => k, k => open[k].ToImmutableSortedSet()));
    }

    public Tally Moved(Case? before, Case? after) => Moved(Open(before), Open(after));

    public Tally Moved(Matter? before, Matter? after) => Moved(Open(before), Open(after));

    public OfficeCount Of(Kontor kontor, DateTimeOffset now)
    {
        var pile = piles[kontor];
        var late = pile.IndexOf((now, Guid.Empty));
        return new OfficeCount(pile.Count, late < 0 ? ~late : late);
    }

    private static Entry? Open(Case? c) => c is { IsClosed: false } ? new Entry(c.Kontor, c.LateAfter, c.Id) : null;

    private static Entry? Open(Matter? m) => m is { AwaitsAnswer: true } ? new Entry(m.Kontor, m.RespondBy, m.Id) : null;

    private Tally Moved(Entry? before, Entry? after)
    {
        if (before == after)
        {
            return this;
        }

        var moved = before is { } gone ? piles.SetItem(gone.Kontor, piles[gone.Kontor].Remove((gone.LateAfter, gone.Id))) : piles;
        return new(after is { } come ? moved.SetItem(come.Kontor, moved[come.Kontor].Add((come.LateAfter, come.Id))) : moved);
    }

    private readonly record struct Entry(Kontor Kontor, DateTimeOffset LateAfter, Guid Id);
}
