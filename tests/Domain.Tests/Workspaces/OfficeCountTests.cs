using Hub.Contracts;
using Hub.Domain.Cases;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>The offices' counts are kept, not counted: after everything that happens they are what counting would give, now and later.</summary>
public class OfficeCountTests
{
    private static readonly TimeSpan[] Later = [TimeSpan.Zero, TimeSpan.FromDays(2), TimeSpan.FromDays(2.1), TimeSpan.FromDays(30)];

    private readonly Scenario area = new();

    [Fact]
    public void They_follow_a_case_from_its_flag_to_its_end_and_back()
    {
        var id = area.Flag(Vicevaert);
        Counted();
        area.Meet(DeadlineKind.CaseTarget);
        Counted();
        area.Given(Boligsocial, new PickUpCase(id));
        Counted();
        area.Offered(id, Boligsocial, Kontor.Ejendomskontor);
        Counted();
        area.Meet(DeadlineKind.HandoverExpiry);
        Counted();
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        Counted();
        area.Given(Boligsocial, new ReopenCase(id, "Det begyndte igen"));
        Counted();
    }

    [Fact]
    public void They_follow_a_case_to_the_office_that_takes_it_over()
    {
        var id = area.Picked();
        var handover = area.Offered(id, Boligsocial, Kontor.Ejendomskontor);
        area.Given(Vicevaert, new AcceptHandover(handover));

        Counted();
        Assert.Equal((1, 0), (Open(Kontor.Ejendomskontor), Open(Kontor.BoligsocialtKontor)));
    }

    [Fact]
    public void They_follow_a_matter_until_it_is_answered()
    {
        var matter = area.Given(Boligsocial, new OpenMatter("Lys på stien", "Stien er mørk.", Kontor.Bestyrelseskontor)).Receipt.MatterId!.Value;
        Counted();
        Assert.Equal(1, Open(Kontor.Bestyrelseskontor));
        area.Given(Bestyrelse, new DecideMatter(matter, "Vi sætter lamper op."));
        Counted();
        Assert.Equal(0, Open(Kontor.Bestyrelseskontor));
    }

    private int? Open(Kontor kontor) => area.Workspace(Leder).Offices[kontor].Open;

    private void Counted()
    {
        foreach (var state in new[] { area.State, WorkspaceSnapshot.Of(area.State).ToState() })
        {
            foreach (var now in Later.Select(l => area.Now + l))
            {
                Assert.Equal(Count(now), Views.View.Workspace(state, area.Seen(Leder), now, area.Area).Offices.ToDictionary());
            }
        }
    }

    private Dictionary<Kontor, OfficeCount> Count(DateTimeOffset now) => Enum.GetValues<Kontor>().ToDictionary(k => k, k =>
    {
        var cases = area.State.Cases.Values.Where(c => c.Kontor == k && !c.IsClosed).ToList();
        var matters = area.State.Matters.Values.Where(m => m.Kontor == k && m.AwaitsAnswer).ToList();
        return new OfficeCount(cases.Count + matters.Count, cases.Count(c => IsLate(c, now)) + matters.Count(m => now > m.RespondBy));
    });

    private static bool IsLate(Case c, DateTimeOffset now) => !c.Deceased && (c.ExpiredBack || (c.Taken is null && now > c.Target));
}
