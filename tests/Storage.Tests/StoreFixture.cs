namespace Hub.Storage.Tests;

/// <summary>A fresh database of one test class.</summary>
public abstract class StoreFixture : IAsyncLifetime
{
    private string keys = TenantKeyRing.Generate("test");

    public HubStore Store { get; private set; } = null!;

    /// <summary>A second process on the same database, where there can be one.</summary>
    public HubStore SecondNode { get; private set; } = null!;

    /// <summary>Where the list of erasures lies.</summary>
    public TempFolder Erasures { get; } = new();

    protected TenantKeyRing Keys => TenantKeyRing.Parse(keys);

    public async Task InitializeAsync()
    {
        await Create();
        Store = Open();
        await Store.Migrate();
        SecondNode = OpenSecond(Store);
    }

    public async Task DisposeAsync()
    {
        await SecondNode.DisposeAsync();
        await Store.DisposeAsync();
        await Destroy();
        Erasures.Dispose();
    }

    /// <summary>The same with another setting of the master keys.</summary>
    public Task Reopen(Func<string, string> change)
    {
        keys = change(keys);
        return Reopen();
    }

    /// <summary>Closes the store and opens it again.</summary>
    public async Task Reopen()
    {
        await SecondNode.DisposeAsync();
        await Store.DisposeAsync();
        Store = Open();
        SecondNode = OpenSecond(Store);
    }

    /// <summary>Everything that is stored, as bytes: to search for what must not be there.</summary>
    public abstract Task<byte[]> DumpBytes();

    /// <summary>Runs SQL as someone with access to the database itself.</summary>
    public abstract Task Meddle(string sql, params object[] args);

    protected abstract Task Create();

    protected abstract HubStore Open();

    protected abstract HubStore OpenSecond(HubStore first);

    protected abstract Task Destroy();
}
