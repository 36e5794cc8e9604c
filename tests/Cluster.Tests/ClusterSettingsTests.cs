using Hub.Contracts;
using Hub.Grains.Cluster;
using Hub.Storage;
using Hub.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Cluster.Tests;

/// <summary>What a cluster is given of what a process has: connections, requests, and time to end.</summary>
public sealed class ClusterSettingsTests
{
    private const string Database = "postgres://hub@localhost/hub?sslmode=verify-full";

    [Fact]
    public void Orleans_takes_few_connections_and_notices_a_dead_one()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("HUB_CLUSTER", "hub")]).Build();

        var connection = new NpgsqlConnectionStringBuilder(ClusterSettings.Read(configuration, Database)!.Connection);

        Assert.Equal((8, 5, 10, true, 30), (connection.MaxPoolSize, connection.Timeout, connection.CommandTimeout, connection.TcpKeepAlive, connection.TcpKeepAliveTime));
        Assert.Equal(("localhost", "hub", SslMode.VerifyFull), (connection.Host, connection.Username, connection.SslMode));
    }

    [Fact]
    public async Task One_area_takes_at_most_half_of_what_Web_serves()
    {
        using var folder = new TempFolder();
        await using var web = Web.Program.Build([
            $"--HUB_DATA={folder.Path}", "--HUB_URLS=http://127.0.0.1:0", $"--HUB_DATABASE={Database}", $"--HUB_TENANT_KEY={TenantKeyRing.Generate("test")}",
            "--HUB_CLUSTER=hub", "--HUB_MOST_REQUESTS=4"]);
        var member = new Membership(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Kontor.Ejendomskontor, Rolle.Medarbejder, Employer.Boligorganisation);
        using var gaveUp = new CancellationTokenSource();
        var areas = web.Services.GetRequiredService<ClusterBoligomraader>();

        // No silo is there, so they wait.
        var waiting = Enumerable.Range(0, 2).Select(_ => areas.ReadWorkspace(member, gaveUp.Token)).ToList();
        await Assert.ThrowsAsync<StoreBusyException>(() => areas.ReadWorkspace(member, gaveUp.Token));

        Assert.DoesNotContain(waiting, w => w.IsCompleted);
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
    }

    [Fact]
    public void Web_that_is_told_to_stop_waits_for_a_command_whose_silo_has_just_died() =>
        Assert.True(Draining.PatienceOf("hub") > Persistence.Patience + ClusterSetup.AnswerWithin);
}
