using Hub.Contracts;

namespace Hub.Domain.Cases;

/// <summary>Open cases on the same lejemål or address: perhaps the same worry twice.</summary>
internal static class SameDoors
{
    /// <summary>Nobody goes through more, and a flag must not grow with those before it.</summary>
    public const int Most = 10;

    /// <summary>The newest of them, oldest first.</summary>
    public static IReadOnlyList<Case> OpenCases(WorkspaceState state, Identity? beboer) =>
    [
        .. Keys(beboer).SelectMany(key => state.Doors[key]).Distinct().Select(state.Case).OfType<Case>()
            .Where(c => Same(c.Beboer!, beboer!)).OrderBy(c => c.Number).TakeLast(Most),
    ];

    /// <summary>By what an open case is found.</summary>
    public static IEnumerable<(string Key, Guid CaseId)> Keys(Case c) => Keys(Behind(c)).Select(key => (key, c.Id));

    /// <summary>The index after a case has changed, come or gone.</summary>
    public static Index<string> Moved(Index<string> doors, Case? before, Case? after)
    {
        if (ReferenceEquals(Behind(before), Behind(after)))
        {
            return doors;
        }

        doors = Keys(Behind(before)).Aggregate(doors, (index, key) => index.Without(key, before!.Id));
        return Keys(Behind(after)).Aggregate(doors, (index, key) => index.With(key, after!.Id));
    }

    /// <summary>Who is behind the door while the case is open.</summary>
    private static Identity? Behind(Case? c) => c is { IsClosed: false } ? c.Beboer : null;

    private static IEnumerable<string> Keys(Identity? person)
    {
        if (person?.Lejemaal?.Value is { } door)
        {
            yield return "lejemaal " + door;
        }

        if (Normal(person?.Address?.Value) is { } address)
        {
            yield return "address " + address;
        }
    }

    private static bool Same(Identity one, Identity other) => one.Lejemaal?.Value is { } door && other.Lejemaal?.Value is { } otherDoor
        ? door == otherDoor
        : Normal(one.Address?.Value) is { } address && address == Normal(other.Address?.Value);

    private static string? Normal(string? address) =>
        address is null ? null : string.Concat(address.Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: > 0 } key ? key : null;
}
