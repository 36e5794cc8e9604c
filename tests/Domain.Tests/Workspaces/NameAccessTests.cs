using Hub.Contracts;
using Hub.Domain.Tests.Time;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>A case tells its reader which offices see who it is about, and why.</summary>
public class NameAccessTests
{
    private readonly Scenario area = new();

    [Fact]
    public void The_flagging_office_sees_it_and_the_other_waits_until_somebody_has_asked() =>
        Assert.Equal([(Kontor.Ejendomskontor, true, NameReason.Meldte), (Kontor.BoligsocialtKontor, false, NameReason.IkkeSpurgt)], Access(area.Flag(Vicevaert)));

    [Fact]
    public void A_basis_opens_it_until_it_runs_out()
    {
        var id = area.Flag(Vicevaert, Beboere.Worry() with { LegalBasis = Beboere.Consent(expires: Copenhagen.At("2026-03-03 10:00")) });
        Assert.Contains((Kontor.BoligsocialtKontor, true, NameReason.Grundlag), Access(id));

        area.Now = Copenhagen.At("2026-03-03 10:00");

        Assert.Contains((Kontor.BoligsocialtKontor, false, NameReason.Udloebet), Access(id));
    }

    [Fact]
    public void A_basis_that_does_not_cover_the_office_or_the_category_says_so()
    {
        var other = area.Flag(Vicevaert, Beboere.Worry() with { LegalBasis = Beboere.Consent(Kontorer.Ejendomskontor) });
        var tenancy = area.Flag(Vicevaert, Beboere.Worry() with { LegalBasis = new(LegalBasisKind.Lejekontrakt) });

        Assert.Contains((Kontor.BoligsocialtKontor, false, NameReason.AndetGrundlag), Access(other));
        Assert.Contains((Kontor.BoligsocialtKontor, false, NameReason.AndetGrundlag), Access(tenancy));
    }

    [Fact]
    public void Breaking_the_seal_lasts_four_hours()
    {
        var id = area.Flag(Vicevaert);
        area.Given(Boligsocial, new UnsealCase(id, UnsealKind.FareForLiv, "Svarer ikke"));
        Assert.Contains((Kontor.BoligsocialtKontor, true, NameReason.Noedaabnet), Access(id));

        area.Now += TimeSpan.FromHours(4);

        Assert.Contains((Kontor.BoligsocialtKontor, false, NameReason.IkkeSpurgt), Access(id));
    }

    [Fact]
    public void Where_nobody_is_named_there_is_nothing_to_tell() => Assert.Empty(Access(area.Flag(Vicevaert, Beboere.Nobody())));

    private IEnumerable<(Kontor, bool, NameReason)> Access(Guid id) => area.View(Vicevaert, id)!.NameAccess.Select(a => (a.Kontor, a.Open, a.Reason));
}
