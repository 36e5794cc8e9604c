using System.Text.Json.Nodes;

namespace Hub.Web.Tests.Fuzz;

/// <summary>Values that nobody should send: of the wrong type, too long, odd letters, tricks, and ids of things that are somebody else's.</summary>
internal sealed class Junk(Random random, Ids ids)
{
    private static readonly string[] Texts =
    [
        "", " ", "a", "Æøå ÆØÅ", "\u202Eesrever", "👩‍👧‍👦 🇩🇰", "a\0b", "a\r\nSet-Cookie: x=1", "\u0085\u2028", "<script>alert(1)</script>", "'; drop table events; --",
        "{0} %s %n {{7*7}} ${x}", "../../../../etc/passwd", "..\\..\\windows", "%2e%2e%2f", "010170-1234", "NaN", "-1", "1e400", "true", "null", "2026-02-30",
        "2026-12-24", "2026-12-24T10:00:00Z", "2026-12-24T10:00:00+25:00", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00Z", "24:61", "İıſK", "\uFFFD\uFEFF",
        new('x', 201), new('ø', 4001), new('9', 400),
    ];

    private static readonly string[] Numbers = ["0", "-1", "1.5", "1e400", "-0", "99999999999999999999999999", "2147483648"];

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public bool Sometimes(int inTen) => random.Next(10) < inTen;

    public string Text() => Sometimes(3) ? ids.Any(random).ToString() : Sometimes(2) ? Pick(Vocabulary.Words) : Pick(Texts);

    /// <summary>Part of an address, as it is written there.</summary>
    public string Segment() => random.Next(8) switch
    {
        0 => "..%2f..%2fhub.db",
        1 => "%00",
        2 => "%2e%2e",
        3 => new string('a', 3000),
        4 => "%F0%9F%98%80",
        5 => "{" + ids.Any(random) + "}",
        6 => "%E2%80%AE%c3%28",
        _ => Uri.EscapeDataString(Text() is { Length: > 0 and < 500 } text ? text : "x"),
    };

    public JsonNode? Value(int depth = 0) => random.Next(depth > 2 ? 6 : 8) switch
    {
        0 => null,
        1 => JsonValue.Create(Sometimes(5)),
        2 => JsonNode.Parse(Pick(Numbers)),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth + 1))]),
        7 => Object(depth + 1),
        _ => JsonValue.Create(Text()),
    };

    public JsonObject Object(int depth = 0)
    {
        var made = new JsonObject();
        for (var i = random.Next(6); i > 0; i--)
        {
            made[Pick(Vocabulary.Words)] = Value(depth);
        }

        return made;
    }

    /// <summary>What was right until some of it was put wrong.</summary>
    public JsonObject Spoilt(string json)
    {
        var right = JsonNode.Parse(json)!.AsObject();
        for (var i = random.Next(3); i > 0 && right.Count > 0; i--)
        {
            var at = right;
            while (at.ElementAt(random.Next(at.Count)) is { Value: JsonObject { Count: > 0 } inner } && Sometimes(7))
            {
                at = inner;
            }

            at[at.ElementAt(random.Next(at.Count)).Key] = Value();
        }

        return right;
    }
}
