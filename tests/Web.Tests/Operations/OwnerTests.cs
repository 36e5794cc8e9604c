using System.Text.RegularExpressions;
using Hub.Storage;
using Hub.Web.Operations;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Operations;

/// <summary>What the owner of the tables does and the login that Hub works with may not.</summary>
public sealed partial class OwnerTests : IDisposable
{
    private static readonly TenantKeyRing Keys = TenantKeyRing.Parse(TenantKeyRing.Generate("test"));

    private readonly TempFolder folder = new();

    [Fact]
    public async Task A_SQLite_file_gets_the_schema_of_this_build_without_a_key_and_again_without_harm()
    {
        using var said = new StringWriter();

        Assert.Equal(0, await Migrate.Run([$"--HUB_DATA={folder.Path}"], said));
        Assert.Equal(0, await Migrate.Run([$"--HUB_DATA={folder.Path}"], said));

        await using var store = HubStore.Open($"sqlite:{folder.File("hub.db")}", Keys, TimeProvider.System);
        Assert.True(await store.IsReady());
        Assert.False(File.Exists(folder.File("tenant.key")));
        Assert.Contains("schema of this build", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_PostgreSQL_the_owner_migrates_and_a_login_that_may_not_finds_it_done()
    {
        var (database, address) = await WithLogin();
        await using var store = HubStore.Open(address, Keys, TimeProvider.System);
        Assert.False(await store.IsReady());

        Assert.Equal(0, await Migrate.Run([$"--HUB_DATABASE={address}", $"--HUB_DATABASE_OWNER={database.Address}"], TextWriter.Null));

        await store.Migrate();
        Assert.True(await store.IsReady());
        await database.Drop();
    }

    [Fact]
    public async Task A_process_that_starts_before_its_database_is_migrated_waits_for_the_owner()
    {
        var (database, address) = await WithLogin();
        await using var store = HubStore.Open(address, Keys, TimeProvider.System);
        var waits = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);

        var starting = store.MigrateOnceThere(reason => waits.TrySetResult(reason), default);
        var reason = await waits.Task;
        Assert.False(starting.IsCompleted);
        await Migrate.Run([$"--HUB_DATABASE={address}", $"--HUB_DATABASE_OWNER={database.Address}"], TextWriter.Null);
        await starting;

        Assert.Contains("owner", reason, StringComparison.Ordinal);
        Assert.True(await store.IsReady());
        await database.Drop();
    }

    [Fact]
    public async Task The_whole_server_runs_as_a_login_that_owns_nothing()
    {
        var (database, address) = await WithLogin();
        await Migrate.Run([$"--HUB_DATABASE={address}", $"--HUB_DATABASE_OWNER={database.Address}"], TextWriter.Null);
        var hub = await HubServer.Start(("HUB_DATABASE", address), ("HUB_TENANT_KEY", TenantKeyRing.Generate("test")));

        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej");

        Assert.Equal(200, (await ejendom.Get(In(Nordlyset, $"cases/{sag}"))).Status);
        await hub.DisposeAsync();
        await database.Drop();
    }

    [Fact]
    public async Task A_login_that_may_not_migrate_and_a_server_that_is_away_are_told_in_one_line()
    {
        var (database, address) = await WithLogin();
        var away = FreeAddress.Of();

        var refused = await Assert.ThrowsAsync<SettingsException>(() => Migrate.Run([$"--HUB_DATABASE={address}"], TextWriter.Null));
        var gone = await Assert.ThrowsAsync<SettingsException>(() => Migrate.Run([$"--HUB_DATABASE=postgres://hub@127.0.0.1:{away.Port}/hub"], TextWriter.Null));

        Assert.All([refused, gone], e => Assert.Matches("^Nothing was done: [^\n]+$", e.Message));
        await database.Drop();
    }

    [Fact]
    public async Task Art_17_The_owner_overwrites_dropped_keys_where_Hubs_own_login_leaves_that_to_it()
    {
        var (database, address) = await WithLogin();
        string[] asOwner = [$"--HUB_DATABASE={address}", $"--HUB_DATABASE_OWNER={database.Address}"];
        await Migrate.Run(asOwner, TextWriter.Null);
        await using var store = HubStore.Open(address, Keys, TimeProvider.System);
        using var said = new StringWriter();

        var byItself = await store.Erasures.TendKeys(default);
        await TendKeys.Run(asOwner, said);
        await store.Erasures.EndTenant(Guid.NewGuid(), default);
        await TendKeys.Run(asOwner, said);
        await TendKeys.Run(asOwner, said);

        Assert.False(byItself);
        Assert.Equal(["overwritten", "overwritten", "No key"], said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => Told().Match(l).Value));
        await database.Drop();
    }

    [Fact]
    public async Task Art_17_On_a_SQLite_file_there_is_nothing_left_of_dropped_keys()
    {
        await Migrate.Run([$"--HUB_DATA={folder.Path}"], TextWriter.Null);
        using var said = new StringWriter();

        Assert.Equal(0, await TendKeys.Run([$"--HUB_DATA={folder.Path}"], said));

        Assert.Contains("No key", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_named_as_the_owner_and_is_not_is_told_so()
    {
        var (database, address) = await WithLogin();
        await Migrate.Run([$"--HUB_DATABASE={address}", $"--HUB_DATABASE_OWNER={database.Address}"], TextWriter.Null);
        var other = $"app_{Guid.NewGuid():N}";
        await database.Run($"create role {other} login in role hub_app");

        var refused = await Assert.ThrowsAsync<SettingsException>(() =>
            TendKeys.Run([$"--HUB_DATABASE={address}", $"--HUB_DATABASE_OWNER={new UriBuilder(database.Address) { UserName = other }.Uri}"], TextWriter.Null));

        Assert.Contains("owner", refused.Message, StringComparison.Ordinal);
        await database.Drop();
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex("overwritten|No key")]
    private static partial Regex Told();

    /// <summary>A database, and the address of a login that may do nothing in it yet.</summary>
    private static async Task<(PostgresTestDatabase Database, string Address)> WithLogin()
    {
        var database = await PostgresTestDatabase.Create();
        var login = $"app_{Guid.NewGuid():N}";
        await database.Run($"create role {login} login");
        return (database, new UriBuilder(database.Address) { UserName = login }.Uri.ToString());
    }
}
