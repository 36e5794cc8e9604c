namespace Hub.Storage.Tests;

public sealed class SqliteFixture : StoreFixture
{
    private readonly TempFolder folder = new();

    public string Folder => folder.Path;

    public override Task<byte[]> DumpBytes() => ReadBytes(folder.Path, "hub.db*");

    /// <summary>The bytes of the database's files, while they are open.</summary>
    internal static async Task<byte[]> ReadBytes(string folder, string pattern)
    {
        var bytes = new MemoryStream();
        foreach (var file in Directory.GetFiles(folder, pattern).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await stream.CopyToAsync(bytes);
        }

        return bytes.ToArray();
    }

    public override Task Meddle(string sql, params object[] args) =>
        Store.Sqlite!.Writer.Run((_, transaction) => Store.Sqlite.Writer.Statements.Execute(transaction, sql, args));

    protected override Task Create() => Task.CompletedTask;

    protected override HubStore Open() => HubStore.Open($"sqlite:{folder.File("hub.db")}", Keys, TimeProvider.System, erasures: Erasures.Path);

    protected override HubStore OpenSecond(HubStore first) => first;

    protected override Task Destroy()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }
}
