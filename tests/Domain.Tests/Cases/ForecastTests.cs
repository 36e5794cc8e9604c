using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Tests.Time;
using Hub.Domain.Tests.Workspaces;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Cases;

/// <summary>What a sender is told beforehand is what happens.</summary>
public class ForecastTests
{
    private readonly Scenario area = new();

    public static TheoryData<int> Flags => [.. Enumerable.Range(0, All.Length)];

    private static (Membership By, FlagCase Flag)[] All { get; } =
    [
        (Vicevaert, Beboere.Worry()),
        (Vicevaert, Beboere.Nobody(Category.HaervaerkEllerUtryghed)),
        (Vicevaert, Beboere.Worry(Category.IkkeSet, Severity.Akut) with { BoernIHjemmet = true }),
        (Vicevaert, Beboere.Worry() with { LegalBasis = Beboere.Consent() }),
        (Vicevaert, Beboere.Worry() with { LegalBasis = new(LegalBasisKind.Lejekontrakt) }),
        (Vicevaert, Beboere.Worry() with { LegalBasis = new(LegalBasisKind.Afslaaet), Description = "Lugter i opgangen." }),
        (Vicevaert, Beboere.Nobody(Category.Naboklage) with { Parter = [new(PartRolle.Klager, Beboere.Mogens)] }),
        (Boligsocial, Beboere.Worry()),
        (Boligsocial2, Beboere.Worry() with { ToKontor = Kontor.Ejendomskontor, BoernIHjemmet = true }),
        (Bestyrelse, Beboere.Worry(Category.Naboklage)),
    ];

    [Theory]
    [MemberData(nameof(Flags))]
    public void The_forecast_is_kept(int entry)
    {
        var (by, flag) = All[entry];

        var ahead = Forecasts.Of(flag, by, area.Area, area.Now);
        var result = area.When(by, flag);
        var flagged = result.Then<CaseFlagged>();
        var names = area.View(Boligsocial, flagged.CaseId)?.NameAccess ?? area.View(Vicevaert, flagged.CaseId)!.NameAccess;

        Assert.Equal((flagged.Kontor, flagged.Target, result.Receipt.Advice), (ahead.Receiver, ahead.Target, ahead.Advice));
        Assert.Equal(flagged.Assignee == by.UserId, ahead.StaysWithSender);
        Assert.Equal(names.Where(n => n.Open).Select(n => n.Kontor).Order(), ahead.SeesName.Order());
    }

    [Fact]
    public void It_says_whether_anyone_is_at_work()
    {
        area.Now = Copenhagen.At("2026-03-06 18:00");

        var ahead = Forecasts.Of(Beboere.Worry(), Vicevaert, area.Area, area.Now);

        Assert.False(ahead.OfficeOpen);
        Assert.Equal(area.Area.Calendar.NextOpening(area.Now, Kontor.BoligsocialtKontor), ahead.OpensAt);
    }
}
