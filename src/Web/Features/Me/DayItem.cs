using Hub.Contracts;

namespace Hub.Web.Features.Me;

/// <summary>How soon something wants its person.</summary>
public enum Urgency
{
    /// <summary>Someone else waits for the answer, or there is danger.</summary>
    SvarNu,

    ForSent,

    IDag,

    Resten,
}

/// <summary>One thing on a person's day.</summary>
/// <param name="Urgency">Under which heading it stands.</param>
/// <param name="Member">As what, and where, it is the person's.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Title">One line.</param>
/// <param name="Why">Why it stands here.</param>
public sealed record DayItem(Urgency Urgency, Membership Member, string Href, string Title, string? Why)
{
    /// <summary>The number people say: S-0042.</summary>
    public string? Number { get; init; }

    public string? Text { get; init; }

    /// <summary>What the text tells of health or offences; null: neither.</summary>
    public TextMark? Mark { get; init; }

    public bool IsTask { get; init; }

    /// <summary>Of a case: then <see cref="Title"/> is its word.</summary>
    public Category? Category { get; init; }

    public Severity? Severity { get; init; }

    public Kontor? From { get; init; }

    public IdentityView? Identity { get; init; }

    /// <summary>The word before <see cref="Due"/>, and when it is due.</summary>
    public string? DueWord { get; init; }

    public DateTimeOffset? Due { get; init; }

    public bool Late { get; init; }

    /// <summary>Within a heading: danger first, then by time, then what has none.</summary>
    public (bool, DateTimeOffset, string) Order => (Severity != Contracts.Severity.Akut, Due ?? DateTimeOffset.MaxValue, Number ?? Title);

    /// <summary>A matter that came by handover has the start of its text for a title: then the text says it all again.</summary>
    public static string? Beyond(string? title, string? text) =>
        title is not null && text?.StartsWith(title.TrimEnd('…'), StringComparison.Ordinal) == true ? null : text;
}
