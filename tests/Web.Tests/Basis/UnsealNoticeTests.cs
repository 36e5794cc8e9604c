using System.Net;
using Hub.Contracts;
using Hub.Grains.Tests;
using Hub.Web.Live;
using Hub.Web.Tests.Forms;
using Hub.Web.Tests.Live;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Basis;

/// <summary>A broken seal stands on the day of those who answer for it until they say that they have seen it (GDPR art. 5(2)).</summary>
[Collection(SharedServer.Name)]
public sealed class UnsealNoticeTests(HubServer hub)
{
    [Theory]
    [InlineData("leder")]
    [InlineData("dpo")]
    public async Task The_leader_and_the_dpo_find_it_on_min_dag_and_say_that_they_have_seen_it(string role)
    {
        var (sag, number) = await Unseal();
        var told = await Somebody.SignIn(hub, role);

        await told.Open("/");
        Assert.Contains("Navne, der er nødåbnet", told.Page, StringComparison.Ordinal);
        Assert.Contains(number, told.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ligger på gulvet", told.Page, StringComparison.Ordinal);
        // The leader's own office has the name by it; the dpo never does.
        Assert.Equal(role == "leder", told.Page.Contains("Alma Nødåbnet", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.SeeOther, await told.Send($"/sager/{sag}/{await Opening(told, sag)}"));
        Assert.DoesNotContain($"sager/{sag}/unseals", told.Page, StringComparison.Ordinal);
        var social = await hub.SignIn("boligsocial@nordbo.example");
        Assert.Contains((await social.Get(In(Nordlyset, $"cases/{sag}"))).Json["timeline"]!.AsArray(), e => e!["kind"]!.GetValue<string>() == "unsealAcknowledged");
    }

    [Theory]
    [InlineData("ejendom")]
    [InlineData("ejendomsleder")]
    [InlineData("boligsocial")]
    [InlineData("bestyrelse")]
    [InlineData("admin")]
    public async Task Nobody_else_finds_it_or_may_say_so(string role)
    {
        var (sag, _) = await Unseal();
        var leder = await Somebody.SignIn(hub, "leder");
        var opening = await Opening(leder, sag);
        var other = await Somebody.SignIn(hub, role);

        await other.Open("/");
        var said = await other.Api.Post(In(Nordlyset, $"cases/{sag}/{opening}"));

        Assert.DoesNotContain($"{sag}/unseals", other.Page, StringComparison.Ordinal);
        Assert.Equal(role is "bestyrelse" or "admin" ? 404 : 403, said.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_pushed_to_the_dpo_at_once_with_ids_alone(bool acknowledged)
    {
        await using var live = await LiveArea.Open();
        var area = live.Area;
        var c = await area.Ejendom.Flag(beboer: Flags.Proevesen);
        var (dpo, admin) = (await live.Watch(area.Dpo), await live.Watch(area.Admin));

        var seq = (await area.Boligsocial.Do(new UnsealCase(c, UnsealKind.FareForLiv, "Ligger på gulvet"))).Seq;
        if (acknowledged)
        {
            seq = (await area.Leder.Do(new AcknowledgeUnseal(c, seq))).Seq;
        }

        var told = await Changed(dpo, seq);
        Assert.Equal((acknowledged ? "unsealAcknowledged" : "caseUnsealed", (Guid?)c, null, null), (told.Kind, told.CaseId, told.Kontor, told.Status));
        while (await admin.Next<object>() is var heard)
        {
            Assert.IsNotType<Changed>(heard);
            if (heard is Caught caught && caught.Seq >= seq)
            {
                break;
            }
        }
    }

    private static async Task<Changed> Changed(RecordingClient client, long seq)
    {
        while (true)
        {
            if (await client.Next<object>() is Changed changed && changed.Seq == seq)
            {
                return changed;
            }
        }
    }

    private async Task<(Guid Case, string Number)> Unseal()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var social = await hub.SignIn("boligsocial@nordbo.example");
        var sag = await ejendom.Flag("mistrivsel", new { name = "Alma Nødåbnet" });
        await social.Post(In(Nordlyset, $"cases/{sag}/unseal"), new { kind = "fareForLiv", reason = "Ligger på gulvet" });
        return (sag, (await social.Get(In(Nordlyset, $"cases/{sag}"))).Json["number"]!.GetValue<string>());
    }

    /// <summary>The end of the address at which the opening is said to have been seen.</summary>
    private static async Task<string> Opening(Somebody told, Guid sag) =>
        (await told.Api.Get(In(Nordlyset, "workspace"))).Json["unseals"]!.AsArray().Single(n => n!["caseId"]!.GetValue<Guid>() == sag) is { } notice
            ? $"unseals/{notice["unsealSeq"]}/seen" : "";
}
