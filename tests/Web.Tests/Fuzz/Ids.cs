namespace Hub.Web.Tests.Fuzz;

/// <summary>The ids that a shot may name, by what they are ids of.</summary>
/// <param name="Own">Of things that the caller may know.</param>
/// <param name="Foreign">Of things that are another boligorganisation's, or kept from the caller.</param>
internal sealed record Ids(IReadOnlyDictionary<string, Guid[]> Own, IReadOnlyDictionary<string, Guid[]> Foreign)
{
    /// <summary>For a parameter of an address: mostly one's own, often somebody else's, sometimes nobody's.</summary>
    public Guid For(string parameter, Random random)
    {
        var kind = Kind(parameter);
        var from = random.Next(10) switch { < 6 => Own, < 9 => Foreign, _ => null };
        return from?.GetValueOrDefault(kind) is { Length: > 0 } known ? known[random.Next(known.Length)] : Nobodys(random);
    }

    public Guid Any(Random random)
    {
        var all = (random.Next(2) == 0 ? Own : Foreign).Values.SelectMany(v => v).ToArray();
        return random.Next(5) == 0 ? Nobodys(random) : all[random.Next(all.Length)];
    }

    private static string Kind(string parameter) => parameter is "userId" ? "u" : parameter is "id" ? "c" : parameter;

    private static Guid Nobodys(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
