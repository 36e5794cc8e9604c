using Hub.Storage;
using Hub.Web.Features.AccessLog;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.AccessLog;

/// <summary>On a server of their own: they break its store.</summary>
public sealed class AccessDurabilityTests : IAsyncLifetime
{
    private HubServer hub = null!;

    public async Task InitializeAsync() => hub = await HubServer.Start();

    public Task DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Where_the_row_cannot_be_written_nothing_leaves()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej", new { name = "Preben Adgangsen" });
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn("ejendom@nordbo.example", HubServer.Password);
        await Meddle("create trigger full before insert on access_log begin select raise(abort, 'full'); end");

        foreach (var path in (string[])[$"cases/{sag}", "workspace"])
        {
            var reply = await ejendom.Get(In(Nordlyset, path));
            Assert.Equal((503, "busy"), (reply.Status, reply.Code));
            Assert.DoesNotContain("Preben", reply.Body, StringComparison.Ordinal);
        }

        foreach (var path in (string[])["", $"omraader/{Nordlyset}", $"omraader/{Nordlyset}/sager/{sag}", $"omraader/{Nordlyset}/overdragelser"])
        {
            await browser.Open($"/{path}");
            Assert.Equal(503, (int)browser.Status);
            Assert.DoesNotContain("Preben", browser.Page, StringComparison.Ordinal);
        }

        await Meddle("drop trigger full");
        Assert.Equal(200, (await ejendom.Get(In(Nordlyset, $"cases/{sag}"))).Status);
    }

    [Fact]
    public async Task The_operator_is_told_in_one_line_whether_the_log_is_in_order_also_while_Hub_runs()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        await ejendom.Get(In(Nordlyset, "workspace"));
        var log = hub.Services.GetRequiredService<IAccessLog>();
        await log.Seal(default);
        var heads = Path.Combine(hub.Folder, "operator.log");
        await File.WriteAllLinesAsync(heads, (await log.ReadHeads(default)).Select(h => $"info: Access log head {h.Tenant} {h.Count} {h.Mark}"));
        string[] args = [$"--HUB_DATA={hub.Folder}", $"--HUB_DATABASE=sqlite:{Path.Combine(hub.Folder, "hub.db")}", $"--log={heads}"];

        Assert.Equal(0, await Program.Main([VerifyLog.Verb, .. args]));
        await Meddle("delete from access_log");
        await Meddle("delete from access_heads");

        Assert.Equal(0, await Program.Main([VerifyLog.Verb, .. args[..2]]));
        Assert.Equal(1, await Program.Main([VerifyLog.Verb, .. args]));
    }

    private Task Meddle(string sql) => hub.Services.GetRequiredService<HubStore>().Sqlite!.Writer.Run((connection, transaction) =>
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // the text comes from these tests
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    });
}
