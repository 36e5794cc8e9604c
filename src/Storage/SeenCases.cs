using System.Buffers.Binary;
using Hub.Contracts;

namespace Hub.Storage;

/// <summary>How the cases of a row are stored: their ids, and beside them three bytes for each.</summary>
internal static class SeenCases
{
    private const int Width = 3;
    private const byte NoReason = byte.MaxValue;

    internal static (Guid[] Cases, byte[] Details) Pack(IReadOnlyList<SeenCase> seen)
    {
        var details = new byte[seen.Count * Width];
        for (var i = 0; i < seen.Count; i++)
        {
            var at = details.AsSpan(i * Width);
            BinaryPrimitives.WriteUInt16BigEndian(at, (ushort)seen[i].Fields);
            at[2] = seen[i].Why is { } why ? (byte)why : NoReason;
        }

        return ([.. seen.Select(s => s.CaseId)], details);
    }

    /// <summary>Of rows that somebody has been at as much as fits together: their mark says the rest.</summary>
    internal static IReadOnlyList<SeenCase> Unpack(IReadOnlyList<Guid> cases, byte[] details)
    {
        var seen = new SeenCase[Math.Min(cases.Count, details.Length / Width)];
        for (var i = 0; i < seen.Length; i++)
        {
            var at = details.AsSpan(i * Width);
            seen[i] = new SeenCase(cases[i], (Revealed)BinaryPrimitives.ReadUInt16BigEndian(at), at[2] == NoReason ? null : (NameReason)at[2]);
        }

        return seen;
    }
}
