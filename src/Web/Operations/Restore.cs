using System.Globalization;
using Hub.Storage;
using Hub.Storage.Sqlite;

namespace Hub.Web.Operations;

/// <summary>
/// <c>./hub restore FILE</c>: puts a backup in the place of the store. The epoch changes, so every screen loads again, and what has been erased
/// since the backup is erased again before anybody is served.
/// </summary>
internal static class Restore
{
    public const string Verb = "restore";

    public static Task<int> Run(string[] args, TextWriter output) => OperatorFiles.OneLine(async () =>
    {
        var given = OperatorFiles.Read(args);
        var settings = OperatorFiles.Settings(given);
        var file = OperatorFiles.Given(given, "file");
        var keys = given["keys"] is { Length: > 0 } other ? Path.GetFullPath(other) : file + ".keys";
        var ring = TenantKeyRing.Parse(settings.TenantKey);
        var before = SqliteRestore.Run(OperatorFiles.Sqlite(settings), file, keys, ring, TimeProvider.System.GetUtcNow());
        await using var store = HubStore.Open(settings.Database, ring, TimeProvider.System, settings.DatabaseOwner, settings.Erasures);
        await store.Migrate();
        var listed = store.Erasures.Listed().Count;
        var again = await store.Erasures.Replay(default);
        if (before is not null)
        {
            await output.WriteLineAsync($"{before}: the store that was there, with its keys. Delete it as soon as it is not needed.");
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"restored; erasures on the list {settings.Erasures}: {listed}, carried out again: {again}"));
        if (listed == 0)
        {
            await output.WriteLineAsync("The list is empty. If anybody has been erased since the backup, put their list there before Hub starts.");
        }
    });
}
