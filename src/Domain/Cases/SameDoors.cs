using Hub.Contracts;

namespace Hub.Domain.Cases;

/// <summary>Open cases on the same lejemål or address: perhaps the same worry twice.</summary>
internal static class SameDoors
{
    public static IReadOnlyList<Case> OpenCases(WorkspaceState state, Identity? beboer)
    {
        var door = beboer?.Lejemaal?.Value;
        var address = Normal(beboer?.Address?.Value);
        if (door is null && address is null)
        {
            return [];
        }

        return [.. state.Cases.Values.Where(c => !c.IsClosed && c.Beboer is { } b && Same(b, door, address)).OrderBy(c => c.Number)];
    }

    private static bool Same(Identity other, string? door, string? address) =>
        door is not null && other.Lejemaal?.Value is { } otherDoor ? otherDoor == door : address is not null && Normal(other.Address?.Value) == address;

    private static string? Normal(string? address) =>
        address is null ? null : string.Concat(address.Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: > 0 } key ? key : null;
}
