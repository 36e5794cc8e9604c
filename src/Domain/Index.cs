using System.Collections.Immutable;

namespace Hub.Domain;

/// <summary>Ids by something that several of them share, so that nobody has to look through all there is.</summary>
internal readonly struct Index<TKey>
    where TKey : notnull
{
    private readonly ImmutableDictionary<TKey, ImmutableArray<Guid>> entries;

    private Index(ImmutableDictionary<TKey, ImmutableArray<Guid>> entries) => this.entries = entries;

    public static Index<TKey> Empty { get; } = new(ImmutableDictionary<TKey, ImmutableArray<Guid>>.Empty);

    public static Index<TKey> Of(IEnumerable<(TKey Key, Guid Id)> entries) =>
        new(entries.GroupBy(e => e.Key).ToImmutableDictionary(g => g.Key, g => g.Select(e => e.Id).Distinct().ToImmutableArray()));

    public ImmutableArray<Guid> this[TKey key] => entries.TryGetValue(key, out var ids) ? ids : [];

    public Index<TKey> With(TKey key, Guid id) => this[key] is var ids && ids.Contains(id) ? this : new(entries.SetItem(key, ids.Add(id)));

    public Index<TKey> Without(TKey key, Guid id) =>
        this[key].Remove(id) is { IsEmpty: false } rest ? new(entries.SetItem(key, rest)) : new(entries.Remove(key));
}

internal static class Indexes
{
    /// <summary>Nothing without a key.</summary>
    public static Index<Guid> With(this Index<Guid> index, Guid? key, Guid id) => key is { } k ? index.With(k, id) : index;

    /// <inheritdoc cref="With"/>
    public static Index<Guid> Without(this Index<Guid> index, Guid? key, Guid id) => key is { } k ? index.Without(k, id) : index;
}
