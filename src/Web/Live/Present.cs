using Hub.Contracts;
using Hub.Domain.Access;

namespace Hub.Web.Live;

/// <summary>How many different people of each office look at an area.</summary>
internal readonly record struct Present(int Ejendomskontor, int Bestyrelseskontor, int BoligsocialtKontor)
{
    public static Present Count(IEnumerable<Watch> watches)
    {
        var people = watches.Select(w => w.Viewer.Member).Select(m => (m.Kontor, m.UserId)).Distinct().ToLookup(p => p.Kontor);
        return new Present(
            people[Kontor.Ejendomskontor].Count(), people[Kontor.Bestyrelseskontor].Count(), people[Kontor.BoligsocialtKontor].Count());
    }

    /// <summary>A board hears of its own office only: when staff are at work is none of its business.</summary>
    public Present For(Viewer viewer) => viewer.IsBoard ? new Present(0, Bestyrelseskontor, 0) : this;

    public Presence ToMessage(Viewer viewer)
    {
        var counts = new Dictionary<Kontor, int> { [Kontor.Bestyrelseskontor] = Bestyrelseskontor };
        if (!viewer.IsBoard)
        {
            counts[Kontor.Ejendomskontor] = Ejendomskontor;
            counts[Kontor.BoligsocialtKontor] = BoligsocialtKontor;
        }

        return new Presence(viewer.Member.OmraadeId, counts);
    }
}
