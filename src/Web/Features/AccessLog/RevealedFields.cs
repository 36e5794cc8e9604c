using Hub.Contracts;

namespace Hub.Web.Features.AccessLog;

/// <summary>The fields of a set of them.</summary>
internal static class RevealedFields
{
    private static readonly Revealed[] All = [.. Enum.GetValues<Revealed>().Where(f => f != Revealed.None)];

    /// <summary>In the spelling of the API.</summary>
    public static IReadOnlyList<string> Words(Revealed fields) => [.. Each(fields).Select(Edge.Words.Of)];

    /// <summary>For people to read.</summary>
    public static string Sentence(Revealed fields) => string.Join(", ", Each(fields).Select(f => AccessWords.Text[$"Field.{f}"]));

    private static IEnumerable<Revealed> Each(Revealed fields) => All.Where(f => fields.HasFlag(f));
}
