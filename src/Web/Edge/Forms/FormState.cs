namespace Hub.Web.Edge;

/// <summary>What stands in one form of a page: what was typed, what is wrong with it, and the id under which it is sent once.</summary>
public sealed record FormState
{
    private static readonly Dictionary<string, string[]> Nothing = [];

    /// <summary>What its elements are told apart by on a page with several forms.</summary>
    public string Id { get; init; } = "form";

    public Guid CommandId { get; init; } = Guid.NewGuid();

    public IReadOnlyDictionary<string, string[]> Typed { get; init; } = Nothing;

    /// <summary>What happened, what it means and what to do; null when nothing was refused.</summary>
    public string? Message { get; init; }

    /// <summary>What is wrong, as codes by the name of the field.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = Nothing;

    /// <summary>When what stands here was kept as a draft; null when it was not.</summary>
    public DateTimeOffset? DraftFrom { get; init; }

    public bool IsRefused => Message is not null;

    public bool IsUntouched => Typed.Count == 0;

    public string IdOf(string name) => $"{Id}-{name.Replace('.', '-')}";

    public string? Value(string name) => Typed.TryGetValue(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>Whether a box or an option is ticked; <paramref name="unless"/> says so while nothing has been typed.</summary>
    public bool Has(string name, string value, bool unless = false) =>
        IsUntouched ? unless : Typed.TryGetValue(name, out var values) && values.Contains(value);
}
