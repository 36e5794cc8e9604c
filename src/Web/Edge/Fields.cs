using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Contracts;

namespace Hub.Web.Edge;

/// <summary>
/// Reads the fields of a JSON object and notes by name what is wrong with each: the one place where shape is checked.
/// What cannot be read comes back as a default, so that the turn can still say 404 or 403 before it says 400.
/// </summary>
/// <param name="find">The value of a name.</param>
/// <param name="path">Where the object stands in the whole.</param>
/// <param name="errors">Takes what is wrong; null when nobody asks.</param>
/// <param name="form">Set for a posted form, which knows text only and has its own way to write a time.</param>
internal sealed partial class Fields(Func<string, JsonElement?> find, string path, SortedDictionary<string, string[]>? errors, FormTimes? form = null)
{
    private const int MostItems = 50;

    public Fields(JsonElement json, string path, SortedDictionary<string, string[]>? errors, FormTimes? form = null)
        : this(name => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null, path, errors, form)
    {
    }

    public string Text(string name, int most, bool lines = false) => TextOrNull(name, most, lines) ?? Missing(name, "");

    public string? TextOrNull(string name, int most, bool lines = false)
    {
        if (StringOf(name)?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (text.Any(c => char.IsControl(c) && !(lines && c is '\n' or '\r' or '\t')))
        {
            return Wrong<string>(name, "malformed");
        }

        return text.Length <= most ? text : Wrong<string>(name, "too_long");
    }

    /// <summary>Exactly as typed: a password may begin with a space.</summary>
    public string Secret(string name, int most) =>
        StringOf(name) is not { Length: > 0 } text ? Missing(name, "") : text.Length <= most ? text : Wrong<string>(name, "too_long") ?? "";

    public T Choice<T>(string name) where T : struct, Enum => ChoiceOrNull<T>(name) ?? Missing(name, default(T));

    public T? ChoiceOrNull<T>(string name) where T : struct, Enum =>
        StringOf(name) is not { } word ? null
        : Words.Parse<T>(word) ?? WrongValue<T>(name, "unknown_value");

    public string? OneOf(string name, IReadOnlyCollection<string> known) =>
        StringOf(name) is not { } word ? null : known.Contains(word) ? word : Wrong<string>(name, "unknown_value");

    public Guid Id(string name) => IdOrNull(name) ?? Missing(name, Guid.Empty);

    public Guid? IdOrNull(string name) =>
        StringOf(name) is not { } text ? null : Guid.TryParseExact(text, "D", out var id) ? id : WrongValue<Guid>(name, "malformed");

    public Guid? IdAmong(string name, Func<Guid, bool> known) =>
        IdOrNull(name) is not { } id ? null : known(id) ? id : WrongValue<Guid>(name, "unknown_value");

    public DateTimeOffset Time(string name) => TimeOrNull(name) ?? Missing(name, default(DateTimeOffset));

    public DateTimeOffset? TimeOrNull(string name) =>
        StringOf(name) is not { } text ? null
        : Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) && Plausible(time.Year)
            ? time.ToUniversalTime()
            : form?.Read(text) is { } local && Plausible(local.Year) ? local
            : WrongValue<DateTimeOffset>(name, "malformed");

    public int Number(string name, int least, int most) => NumberOrNull(name, least, most) ?? Missing(name, least);

    public int? NumberOrNull(string name, int least, int most) =>
        StringOf(name) is not { } text ? null
        : !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? WrongValue<int>(name, "malformed")
        : number >= least && number <= most ? number
        : WrongValue<int>(name, "out_of_range");

    public DateOnly Date(string name) => DateOrNull(name) ?? Missing(name, default(DateOnly));

    public DateOnly? DateOrNull(string name) =>
        StringOf(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Plausible(date.Year)
            ? date
            : WrongValue<DateOnly>(name, "malformed");

    public TimeOnly ClockTime(string name) =>
        StringOf(name) is not { } text ? Missing(name, default(TimeOnly))
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : WrongValue<TimeOnly>(name, "malformed") ?? default;

    public bool? BoolOrNull(string name) => Find(name) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when form is not null && bool.TryParse(value.GetString(), out var ticked) => ticked,
        _ => WrongValue<bool>(name, "malformed"),
    };

    public T? Inner<T>(string name, Func<Fields, T> read) where T : class =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? read(new Fields(value, $"{path}{name}.", errors, form))
        : Wrong<T>(name, "malformed");

    public IReadOnlyList<T>? List<T>(string name, Func<Fields, T> read)
    {
        if (Items(name) is not { } items)
        {
            return null;
        }

        var list = new List<T>();
        foreach (var item in items)
        {
            var place = $"{name}[{list.Count}]";
            list.Add(read(new Fields(item, $"{path}{place}.", errors, form)));
            if (item.ValueKind != JsonValueKind.Object)
            {
                Note(place, "malformed");
            }
        }

        return list;
    }

    /// <summary>Each item of an array of plain values, read as the field <c>name[i]</c>.</summary>
    public IReadOnlyList<T>? Values<T>(string name, Func<Fields, string, T> read)
    {
        if (Items(name) is not { } items)
        {
            return null;
        }

        var places = items.Select((item, i) => ($"{name}[{i}]", item)).ToDictionary(p => p.Item1, p => p.item);
        var fields = new Fields(place => places[place], path, errors, form);
        return [.. places.Keys.Select(place => read(fields, place))];
    }

    public Kontorer? Offices(string name) => Values(name, (f, place) => f.Choice<Kontor>(place))?.Aggregate(Kontorer.Ingen, (set, k) => set | k.AsSet());

    public Saerlig Marks(string name) => Values(name, (f, place) => f.Choice<Saerlig>(place))?.Aggregate(Saerlig.Ingen, (set, mark) => set | mark) ?? Saerlig.Ingen;

    /// <summary>Whether they were posted from a page, where what is out of sight may still have been filled in.</summary>
    public bool FromPage => form is not null;

    public void Note(string name, string code) => errors?.TryAdd($"{path}{name}", [code]);

    private JsonElement[]? Items(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String && form is not null ? [value]
            : value.ValueKind != JsonValueKind.Array ? Wrong<JsonElement[]>(name, "malformed")
            : value.GetArrayLength() > MostItems ? Wrong<JsonElement[]>(name, "too_long")
            : [.. value.EnumerateArray()];
    }

    private string? StringOf(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : Wrong<string>(name, "malformed");
        }
        catch (InvalidOperationException) // a lone surrogate, which no database can hold
        {
            return Wrong<string>(name, "malformed");
        }
    }

    private JsonElement? Find(string name) => find(name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private T Missing<T>(string name, T instead)
    {
        Note(name, "required");
        return instead;
    }

    private T? Wrong<T>(string name, string code) where T : class
    {
        Note(name, code);
        return null;
    }

    private T? WrongValue<T>(string name, string code) where T : struct
    {
        Note(name, code);
        return null;
    }

    private static bool Plausible(int year) => year is > 1900 and < 2200;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex Rfc3339();
}
