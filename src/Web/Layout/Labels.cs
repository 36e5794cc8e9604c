namespace Hub.Web.Layout;

/// <summary>The words that every page shares. A feature's own words lie in its folder, in a <see cref="Book"/> of their own.</summary>
internal static class Labels
{
    private static readonly Book Words = new("Layout.Labels");

    public static string Text(string key) => Words[key];

    public static string With(string key, params object?[] values) => Words.With(key, values);

    public static string Count(string key, long number) => Words.Count(key, number);

    public static string Of<T>(T value) where T : struct, Enum => Text($"{typeof(T).Name}.{value}");
}
