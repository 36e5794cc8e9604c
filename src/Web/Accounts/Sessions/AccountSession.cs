namespace Hub.Web.Accounts;

/// <summary>One sign-in that still counts. Where it came from is not kept.</summary>
public sealed class AccountSession
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid UserId { get; init; }

    public required SessionKind Kind { get; init; }

    /// <summary>Whether more than a password was given.</summary>
    public required bool Strong { get; set; }

    /// <summary>The levels of assurance that the person's own organisation vouched for, separated by spaces; null: they signed in at Hub.</summary>
    public string? Assurance { get; init; }

    /// <summary>The boligorganisation whose provider vouched for the person, and in which alone it counts; null: everywhere.</summary>
    public Guid? OnlyIn { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>To the hour: nobody needs to know when a colleague was at the keyboard.</summary>
    public required DateTimeOffset UsedAt { get; set; }
}

/// <summary>What signed in.</summary>
public enum SessionKind
{
    /// <summary>A cookie.</summary>
    Browser,

    /// <summary>A bearer token and what renews it.</summary>
    Api,

    /// <summary>An app that acts for the person. Its id is that of what the person let it do.</summary>
    App,
}
