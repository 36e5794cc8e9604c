namespace Hub.Contracts;

/// <summary>The three offices that look after the same residents.</summary>
public enum Kontor
{
    /// <summary>Property staff: vicevært, ejendomsmester, their leader.</summary>
    Ejendomskontor,

    /// <summary>The afdelingsbestyrelse's office: elected residents, neighbours of those they meet. Never sees who a case is about.</summary>
    Bestyrelseskontor,

    /// <summary>Social workers.</summary>
    BoligsocialtKontor,
}

/// <summary>A set of offices. The numeric values are stored with every event, so they never change.</summary>
[Flags]
public enum Kontorer
{
    /// <summary>No office.</summary>
    Ingen = 0,

    /// <summary><see cref="Kontor.Ejendomskontor"/>.</summary>
    Ejendomskontor = 1,

    /// <summary><see cref="Kontor.Bestyrelseskontor"/>.</summary>
    Bestyrelseskontor = 2,

    /// <summary><see cref="Kontor.BoligsocialtKontor"/>.</summary>
    BoligsocialtKontor = 4,

    /// <summary>The two staffed offices: everyone but the board.</summary>
    Personale = Ejendomskontor | BoligsocialtKontor,

    /// <summary>All three.</summary>
    Alle = Personale | Bestyrelseskontor,
}

/// <summary>Arithmetic on sets of offices.</summary>
public static class KontorerExtensions
{
    /// <summary>The set that holds only this office.</summary>
    public static Kontorer AsSet(this Kontor kontor) => (Kontorer)(1 << (int)kontor);

    /// <summary>Whether the set holds this office.</summary>
    public static bool Has(this Kontorer set, Kontor kontor) => (set & kontor.AsSet()) != 0;

    /// <summary>Whether the two sets share an office.</summary>
    public static bool Overlaps(this Kontorer set, Kontorer other) => (set & other) != 0;

    /// <summary>The offices of the set, in the order of the enum.</summary>
    public static IEnumerable<Kontor> Each(this Kontorer set) => Enum.GetValues<Kontor>().Where(k => set.Has(k));
}
