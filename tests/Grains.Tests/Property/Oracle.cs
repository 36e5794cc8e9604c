using Hub.Contracts;

namespace Hub.Grains.Tests.Property;

/// <summary>
/// What may be seen, told a second time and in other words than Access does: from the accepted commands alone, as a lawyer would.
/// </summary>
internal sealed class Oracle
{
    private static readonly Category[] Tenancy =
        [Category.Restance, Category.Naboklage, Category.Stoej, Category.Vanroegt, Category.HaervaerkEllerUtryghed, Category.Fremleje];

    public Dictionary<Guid, KnownCase> Cases { get; } = [];

    public List<Guid> Handovers { get; } = [];

    public List<Guid> Matters { get; } = [];

    public List<Guid> Tasks { get; } = [];

    public List<Said> Texts { get; } = [];

    public void Say(KnownCase c, string token, Kontorer to) => Texts.Add(new Said(c, token, to));

    /// <summary>The tokens that must not stand in anything this person gets now.</summary>
    public IEnumerable<string> Forbidden(Person viewer, DateTimeOffset now)
    {
        foreach (var c in Cases.Values)
        {
            var related = viewer.Member.Kontor is { } k && k != Kontor.Bestyrelseskontor && c.Related.Has(k);
            if (!related && viewer.Member.Rolle != Rolle.Dpo)
            {
                yield return c.Id.ToString();
            }

            foreach (var person in c.PersonTokens.Where(_ => !related || !KnowsWho(c, viewer, now)))
            {
                yield return person;
            }
        }

        foreach (var said in Texts.Where(t => !MayRead(t, viewer)))
        {
            yield return said.Token;
        }
    }

    private static bool MayRead(Said said, Person viewer) =>
        viewer.Member.Kontor is { } k && said.To.Has(k) && (said.Case is null || (said.Case.Related.Has(k) && !ShutToColleagues(said.Case, viewer)));

    private static bool KnowsWho(KnownCase c, Person viewer, DateTimeOffset now)
    {
        var kontor = viewer.Member.Kontor!.Value;
        if (c.Erased || ShutToColleagues(c, viewer))
        {
            return false;
        }

        return c.FlaggedFrom == kontor
            || (c.Unsealed.TryGetValue(kontor, out var until) && now < until)
            || (c.Basis is { } b && b.Recipients!.Value.Has(kontor) && !(b.Expires <= now) && Lawful(b.Kind, c.Category));
    }

    private static bool Lawful(LegalBasisKind kind, Category category) => kind switch
    {
        LegalBasisKind.Samtykke or LegalBasisKind.BeretigetInteresse or LegalBasisKind.Myndighedsopgave or LegalBasisKind.VitaleInteresser => true,
        LegalBasisKind.Lejekontrakt => Tenancy.Contains(category),
        _ => false,
    };

    private static bool ShutToColleagues(KnownCase c, Person viewer) =>
        viewer.Member.Kontor == Kontor.Ejendomskontor && viewer.Member.Rolle != Rolle.Leder
        && c.Holder != Kontor.Ejendomskontor && c.Asked != Kontor.Ejendomskontor && c.Taken && !c.Insiders.Contains(viewer.Member.UserId);
}

/// <summary>A text that was accepted, and the offices it was addressed to then; without a case it is a matter's.</summary>
internal sealed record Said(KnownCase? Case, string Token, Kontorer To);

/// <summary>A case as the accepted commands tell it.</summary>
internal sealed class KnownCase(Guid id, Category category, Kontor flaggedFrom, Kontor holder)
{
    public Guid Id => id;

    public Category Category => category;

    public Kontor FlaggedFrom => flaggedFrom;

    public Kontor Holder { get; set; } = holder;

    public Kontor? Asked { get; set; }

    public Guid? Handover { get; set; }

    public Kontorer Before { get; set; } = flaggedFrom.AsSet();

    public Kontorer Related => (Before | Holder.AsSet() | (Asked?.AsSet() ?? Kontorer.Ingen)) & Kontorer.Personale;

    public bool Taken { get; set; }

    public bool Erased { get; set; }

    public HashSet<Guid> Insiders { get; } = [];

    public List<string> PersonTokens { get; } = [];

    public LegalBasisInput? Basis { get; set; }

    public Dictionary<Kontor, DateTimeOffset> Unsealed { get; } = [];
}
