using Hub.Contracts;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Workspaces;

public class BeboerTests
{
    private readonly Scenario area = new();

    [Fact]
    public void Anyone_who_reads_the_case_may_write_down_what_the_beboer_can_and_wants()
    {
        var id = area.Picked();

        foreach (var who in new[] { Boligsocial, Leder, Vicevaert, Ejendomsleder })
        {
            Assert.Equal("Gerne ringes op", area.When(who, Describe(id)).Then<BeboerDescribed>().Vil!.Value);
        }
    }

    [Fact]
    public void Others_may_not()
    {
        var id = area.Picked();

        area.When(Kollega, Describe(id)).Refused(RejectionCode.NotAllowed);
        area.When(Dpo, Describe(id)).Refused(RejectionCode.NotAllowed);
        area.When(Bestyrelse, Describe(id)).Refused(RejectionCode.NotFound);
        area.When(Admin, Describe(id)).Refused(RejectionCode.NotFound);
    }

    [Fact]
    public void The_offices_on_the_case_read_the_latest()
    {
        var id = area.Picked();
        area.Given(Boligsocial, Describe(id));
        area.Given(Leder, new DescribeBeboer(id, null, "Hellere besøges", BeboerVed.Ja));

        var seen = area.View(Vicevaert, id)!.Beboeren!;

        Assert.Equal((null, "Hellere besøges", BeboerVed.Ja, Leder.UserId), (seen.Kan, seen.Vil, seen.Ved, seen.By));
        Assert.Null(area.View(Kollega, id)!.Beboeren);
    }

    [Fact]
    public void While_the_name_is_sealed_it_is_masked_here_too()
    {
        var id = area.Flag(Vicevaert);
        area.Given(Vicevaert, new DescribeBeboer(id, "Karen Østergård klarer selv indkøb", null, BeboerVed.Nej));

        Assert.DoesNotContain("Karen", area.View(Boligsocial, id)!.Beboeren!.Kan!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_CPR_number_is_refused_and_a_closed_case_too()
    {
        var id = area.Picked();

        Assert.Equal(["kan"], area.When(Boligsocial, new DescribeBeboer(id, "010203-1234", null, BeboerVed.Ja)).Refused(RejectionCode.CprInText).Fields!.Keys);
        area.Given(Boligsocial, new CloseCase(id, Outcome.Loest, null));
        area.When(Boligsocial, Describe(id)).Refused(RejectionCode.CaseClosed);
    }

    [Fact]
    public void It_lies_under_the_persons_key()
    {
        var id = area.Picked();

        Assert.Equal(area.Case(id).Beboer!.PersonId, area.When(Boligsocial, Describe(id)).Then<BeboerDescribed>().Kan!.Owner);
    }

    private static DescribeBeboer Describe(Guid id) => new(id, "Handler selv ind", "Gerne ringes op", BeboerVed.Ja);
}
