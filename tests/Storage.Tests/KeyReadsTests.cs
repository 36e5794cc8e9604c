using Hub.Storage.Keys;
using Hub.Storage.Postgres;

namespace Hub.Storage.Tests;

/// <summary>Keys that are asked for at the same time are read together, and everybody gets their own.</summary>
public sealed class KeyReadsTests
{
    private static readonly HashSet<Guid> None = [];

    private readonly Guid tenant = Guid.NewGuid();
    private readonly List<KeyQuery> reads = [];
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly KeyReads keys;
    private KeyRows stored = KeyRows.None;

    public KeyReadsTests() => keys = new KeyReads(Read);

    [Fact]
    public async Task What_is_asked_for_while_a_read_is_on_its_way_is_read_by_one_more()
    {
        var (one, two, item) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        stored = new KeyRows([new OwnerKeyRow(one, [1]), new OwnerKeyRow(two, [2])], [new ItemKeyRow(item, two, [3])]);
        var before = keys.Read(tenant, Query(owners: [one]), default);
        await begun.Task;

        var asked = new[] { keys.Read(tenant, Query(owners: [one]), default), keys.Read(tenant, Query(items: [item]), default), keys.Read(tenant, Query(owners: [Guid.NewGuid()]), default) };
        first.SetResult();
        var found = await Task.WhenAll(asked);
        await before;

        Assert.Equal(2, reads.Count);
        Assert.Equal((one, 0), (Assert.Single(found[0].Owners).Owner, found[0].Items.Count));
        Assert.Equal((two, item), (Assert.Single(found[1].Owners).Owner, Assert.Single(found[1].Items).Item));
        Assert.Equal((0, 0), (found[2].Owners.Count, found[2].Items.Count));
    }

    [Fact]
    public async Task Every_text_of_an_owner_is_found_for_who_asked_for_them()
    {
        var (owner, items) = (Guid.NewGuid(), Enumerable.Range(0, 3).Select(_ => Guid.NewGuid()).ToList());
        stored = new KeyRows([new OwnerKeyRow(owner, [1])], [.. items.Select(i => new ItemKeyRow(i, owner, [2]))]);
        first.SetResult();

        var found = await keys.Read(tenant, new KeyQuery(None, None, new HashSet<Guid> { owner }), default);

        Assert.Equal(items, found.Items.Select(i => i.Item));
        Assert.Equal(owner, Assert.Single(found.Owners).Owner);
    }

    [Fact]
    public async Task A_whole_area_waits_for_nobody()
    {
        var small = keys.Read(tenant, Query(owners: [Guid.NewGuid()]), default);
        await begun.Task;

        await keys.Read(tenant, Query(owners: [.. Enumerable.Range(0, 100).Select(_ => Guid.NewGuid())]), default);

        Assert.False(small.IsCompleted);
        first.SetResult();
        await small;
    }

    [Fact]
    public async Task Whoever_asks_for_what_cannot_be_read_is_told()
    {
        first.SetException(new StoreBusyException("The database did not answer."));

        await Assert.ThrowsAsync<StoreBusyException>(() => keys.Read(tenant, Query(owners: [Guid.NewGuid()]), default));
    }

    private async Task<KeyRows> Read(Guid of, KeyQuery query, CancellationToken ct)
    {
        Assert.Equal(tenant, of);
        bool isFirst;
        lock (reads)
        {
            reads.Add(query);
            isFirst = reads.Count == 1;
        }

        begun.TrySetResult();
        if (isFirst)
        {
            await first.Task;
        }

        return stored;
    }

    private static KeyQuery Query(IEnumerable<Guid>? owners = null, IEnumerable<Guid>? items = null) => new((owners ?? []).ToHashSet(), (items ?? []).ToHashSet(), None);
}
