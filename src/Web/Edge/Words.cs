using System.Text.Json;

namespace Hub.Web.Edge;

/// <summary>The API spelling of the enums.</summary>
internal static class Words
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value of a word; null when there is none.</summary>
    public static T? Parse<T>(string word) where T : struct, Enum => Known<T>.Values.TryGetValue(word, out var value) ? value : null;

    private static class Known<T> where T : struct, Enum
    {
        public static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(Of);
    }
}
