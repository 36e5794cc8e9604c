namespace Hub.Contracts;

/// <summary>A fact of a boligorganisation (tenant) itself: its areas, who works where, its rules.</summary>
public abstract record TenantEvent : Event;

#pragma warning disable CS1591 // parameters carry the names of contract.md
public sealed record TenantCreated(string Slug, string Name) : TenantEvent;

/// <summary>The boligorganisation has left Hub: its keys are dropped, and nobody is in it any more.</summary>
public sealed record TenantEnded : TenantEvent;

public sealed record OmraadeRegistered(Guid OmraadeId, string Name, IReadOnlyList<string> Afdelinger) : TenantEvent;

public sealed record LejemaalRegistered(Guid OmraadeId, IReadOnlyList<Lejemaal> Lejemaal) : TenantEvent;

public sealed record OmraadeSettingsChanged(Guid OmraadeId, OmraadeSettings Settings) : TenantEvent;

public sealed record SlettereglerChanged(Sletteregler Regler) : TenantEvent;

public sealed record MembershipGranted(Guid OmraadeId, Guid UserId, Kontor? Kontor, Rolle Rolle, Employer Employer) : TenantEvent;

public sealed record MembershipRevoked(Guid OmraadeId, Guid UserId) : TenantEvent;

/// <summary>An admin has changed whether another system or an app is let in.</summary>
/// <param name="ClientId">Which.</param>
/// <param name="Change">What was done.</param>
/// <param name="Leave">The most that it may be given; of systems, the same in each of <paramref name="Places"/>.</param>
/// <param name="Places">Where a system is let in. Null: an app, which is let in wherever its person works.</param>
public sealed record ClientChanged(Guid ClientId, ClientChange Change, SystemScope Leave, IReadOnlyList<ClientPlace>? Places) : TenantEvent;
#pragma warning restore CS1591

/// <summary>An office of an area, for which a system acts there.</summary>
public sealed record ClientPlace(Guid OmraadeId, Kontor Kontor);

/// <summary>A tenancy: a door, not a person.</summary>
public sealed record Lejemaal(Guid Id, string Afdeling, string Address);

/// <summary>The rules of one boligområde that its tenant can edit.</summary>
/// <param name="Opening">Per office, the hours of each weekday; an office that is not named has the standard hours.</param>
/// <param name="DutyPhone">Rung outside hours.</param>
/// <param name="NextBoardMeeting">Default answer date of a matter to the board.</param>
/// <param name="Routing">Where a flag of a category goes; first match wins, before the built-in rules.</param>
/// <param name="ExtraClosedDays">Local closing days besides holidays.</param>
public sealed record OmraadeSettings(
    IReadOnlyDictionary<Kontor, IReadOnlyList<OpeningHours>> Opening, string? DutyPhone, DateOnly? NextBoardMeeting,
    IReadOnlyList<RoutingRule> Routing, IReadOnlyList<DateOnly> ExtraClosedDays)
{
    /// <summary>Standard hours, built-in routing, no duty phone.</summary>
    public static OmraadeSettings Standard { get; } = new(new Dictionary<Kontor, IReadOnlyList<OpeningHours>>(), null, null, [], []);
}

/// <summary>When an office is open on one weekday, local time.</summary>
public sealed record OpeningHours(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <summary>Sends a flag to an office. Null matches anything, save that what boligsocialt kontor registers itself is moved only by a rule that names it.</summary>
/// <param name="Category">The category.</param>
/// <param name="PersonNamed">Whether a beboer or a door is named.</param>
/// <param name="FlaggedFrom">The flagging office.</param>
/// <param name="To">Where it goes; a rule to the board is passed over, for the board takes no cases.</param>
public sealed record RoutingRule(Category? Category, bool? PersonNamed, Kontor? FlaggedFrom, Kontor To);

/// <summary>A wish about a boligorganisation itself.</summary>
public abstract record TenantCommand;

#pragma warning disable CS1591 // parameters carry the names of contract.md
public sealed record CreateTenant(string Slug, string Name) : TenantCommand;

public sealed record EndTenant : TenantCommand;

public sealed record RegisterOmraade(Guid OmraadeId, string Name, IReadOnlyList<string> Afdelinger, IReadOnlyList<Lejemaal> Lejemaal) : TenantCommand;

public sealed record ChangeOmraadeSettings(Guid OmraadeId, OmraadeSettings Settings) : TenantCommand;

public sealed record ChangeSletteregler(Sletteregler Regler) : TenantCommand;

public sealed record GrantMembership(Guid OmraadeId, Guid UserId, Kontor? Kontor, Rolle Rolle, Employer Employer) : TenantCommand;

public sealed record RevokeMembership(Guid OmraadeId, Guid UserId) : TenantCommand;

public sealed record ChangeClient(Guid ClientId, ClientChange Change, SystemScope Leave, IReadOnlyList<ClientPlace>? Places) : TenantCommand;
#pragma warning restore CS1591

/// <summary>What a person is in one boligområde, or a system that acts for one of its offices.</summary>
public sealed record Membership(Guid Tenant, Guid OmraadeId, Guid UserId, Kontor? Kontor, Rolle Rolle, Employer Employer)
{
    /// <summary>What a system may do; people have no use for it.</summary>
    public SystemScope Scope { get; init; }

    /// <summary>What an app that acts for the person may do of what the person may; null: they came themselves.</summary>
    public SystemScope? Leave { get; init; }

    /// <summary>Signed in too weakly to be shown who a case is about: every identity is sealed to them, whatever opens it to their office.</summary>
    public bool NamesSealed { get; init; }
}
