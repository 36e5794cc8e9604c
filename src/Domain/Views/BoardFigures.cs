using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Views;

/// <summary>
/// How much the staffed offices have, as a board may know it: counted once a month, when it begins, and the same until the next. Two days of a month,
/// two pages and two people see the same figure, so nothing can be found out by comparing them.
/// </summary>
/// <param name="Ejendomskontor">Its open cases, without those that the board flagged: what it knows itself cannot be subtracted.</param>
/// <param name="BoligsocialtKontor">The same.</param>
public readonly record struct BoardFigures(int Ejendomskontor, int BoligsocialtKontor)
{
    /// <summary>Told in steps of so many, and below it not at all.</summary>
    public const int Step = 5;

    /// <summary>The state with the figures of the month that begins, where the time is the first of it that anything happens at.</summary>
    public static WorkspaceState Turn(WorkspaceState state, DateTimeOffset to) => MonthOf(to) == MonthOf(state.At) ? state : state with { Figures = Count(state) };

    /// <summary>The figures that hold at a time: since nothing has happened in its month, things stand as when it began.</summary>
    public static BoardFigures At(WorkspaceState state, DateTimeOffset now) => Turn(state, now).Figures;

    /// <summary>The day they were counted.</summary>
    public static DateOnly MonthOf(DateTimeOffset time) => new(time.UtcDateTime.Year, time.UtcDateTime.Month, 1);

    /// <summary>No total is told: with one it would be known what is not.</summary>
    public OfficeCount Of(Kontor kontor) => new(Open(kontor) is >= Step and var open ? open / Step * Step : null, null);

    private int Open(Kontor kontor) => kontor == Kontor.Ejendomskontor ? Ejendomskontor : BoligsocialtKontor;

    private static BoardFigures Count(WorkspaceState state)
    {
        var open = state.Cases.Values.Where(IsOthers).ToLookup(c => c.Kontor);
        return new(open[Kontor.Ejendomskontor].Count(), open[Kontor.BoligsocialtKontor].Count());
    }

    private static bool IsOthers(Case c) => !c.IsClosed && c.Flaggers.All(f => f.Kontor != Kontor.Bestyrelseskontor);
}
