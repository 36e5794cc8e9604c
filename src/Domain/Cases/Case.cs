using System.Collections.Immutable;
using Hub.Contracts;

namespace Hub.Domain.Cases;

/// <summary>One worry on its way: who holds it, who it is about, what is under way. Its texts stay in the log.</summary>
public sealed record Case
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required Category Category { get; init; }

    public required Severity Severity { get; init; }

    public required Vulnerability Vulnerability { get; init; }

    public required Kilde Kilde { get; init; }

    public required bool BoernIHjemmet { get; init; }

    public string? Afdeling { get; init; }

    public required DateTimeOffset FlaggedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When what the board sees of its own flag last changed.</summary>
    public required DateTimeOffset BoardUpdatedAt { get; init; }

    /// <summary>Who flagged it; those of merged duplicates follow.</summary>
    public required ImmutableArray<Flagger> Flaggers { get; init; }

    /// <summary>The office that holds it.</summary>
    public required Kontor Kontor { get; init; }

    /// <summary>Offices that held it before.</summary>
    public Kontorer Held { get; init; }

    public Guid? Assignee { get; init; }

    /// <summary>Who took it first in the present office, and when; null while nobody has.</summary>
    public Taken? Taken { get; init; }

    /// <summary>Everyone who ever worked it: they keep reading what they could read.</summary>
    public ImmutableHashSet<Guid> Workers { get; init; } = [];

    public Identity? Beboer { get; init; }

    public ImmutableArray<Part> Parter { get; init; } = [];

    public required LegalBasis Basis { get; init; }

    /// <summary>Whether the running out of the present basis has been announced.</summary>
    public bool BasisExpired { get; init; }

    public ImmutableDictionary<Kontor, DateTimeOffset> UnsealedUntil { get; init; } = ImmutableDictionary<Kontor, DateTimeOffset>.Empty;

    /// <summary>Every time its seal was broken, and who has said that they saw it.</summary>
    public ImmutableArray<Unseal> Unseals { get; init; } = [];

    /// <summary>What the texts for more than the writer's own office tell of health and offences, by the office that wrote them.</summary>
    public ImmutableDictionary<Kontor, Saerlig> Marked { get; init; } = ImmutableDictionary<Kontor, Saerlig>.Empty;

    public Handover? Pending { get; init; }

    /// <summary>Every handover there has been.</summary>
    public ImmutableArray<Guid> Handovers { get; init; } = [];

    /// <summary>A handover ran out: the sender's leader should look.</summary>
    public bool ExpiredBack { get; init; }

    public DateTimeOffset Target { get; init; }

    public bool TargetMissed { get; init; }

    public ImmutableArray<Link> Links { get; init; } = [];

    public ImmutableArray<Guid> SameDoorAs { get; init; } = [];

    public ImmutableArray<DateTimeOffset> Underretninger { get; init; } = [];

    /// <summary>How many lines have been written to the ones who flagged.</summary>
    public int Answers { get; init; }

    public bool Deceased { get; init; }

    public Outcome? Outcome { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public Guid? MergedInto { get; init; }

    /// <summary>Why nothing of it is deleted; null while it is not held.</summary>
    public Hold? Hold { get; init; }

    /// <summary>Why it is kept and not used (GDPR art. 18); null while it may be used.</summary>
    public BegraensningGrund? Restriction { get; init; }

    /// <summary>The last change that reached each office.</summary>
    public Reached Reached { get; init; }

    public CaseStatus Status =>
        ClosedAt is not null ? CaseStatus.Afsluttet
        : Pending is not null ? CaseStatus.UnderOverdragelse
        : Taken is not null ? CaseStatus.IGang
        : CaseStatus.Ny;

    /// <summary>The status as the board may know it: handovers between staff are not its business.</summary>
    public CaseStatus BoardStatus =>
        ClosedAt is not null ? CaseStatus.Afsluttet : Taken is not null ? CaseStatus.IGang : CaseStatus.Ny;

    public bool IsClosed => ClosedAt is not null;

    /// <summary>When it is late unless something happens: from the beginning, once its target has passed and nobody has it, or never.</summary>
    public DateTimeOffset LateAfter =>
        IsClosed || Deceased ? DateTimeOffset.MaxValue
        : ExpiredBack ? DateTimeOffset.MinValue
        : Taken is null ? Target
        : DateTimeOffset.MaxValue;

    public Flagger FirstFlagger => Flaggers[0];

    public bool FlaggedByBoard => MergedInto is null && Flaggers.Any(f => f.BoardNumber is not null);

    /// <summary>Whether what the board may see of its own flag is new: number, status, dates.</summary>
    public bool ShowsBoardNews(Case? before, CaseEvent e) =>
        before is null || before.BoardStatus != BoardStatus || (e is DuplicateReceived x && x.Flaggers.Any(f => f.BoardNumber is not null));

    public IEnumerable<Identity> People => (Beboer is null ? [] : new[] { Beboer }).Concat(Parter.Select(p => p.Identity));

    /// <summary>Whether there is anything that a basis or break-glass could open: somebody who is named, or a text on health or offences.</summary>
    public bool HasSeal => People.Any(p => !p.IsForgotten) || !Marked.IsEmpty;

    /// <summary>Whose key wraps the case's texts: the person it is about while that person has one, else the case's own.</summary>
    public Guid TextOwner => People.FirstOrDefault(p => !p.IsForgotten)?.PersonId ?? Id;

    public bool Involves(Guid userId) => Workers.Contains(userId) || Flaggers.Any(f => f.UserId == userId);
}

/// <summary>Who took a case, and when.</summary>
public sealed record Taken(Guid By, DateTimeOffset At);

/// <summary>Another case that belongs together with this one.</summary>
public sealed record Link(Guid CaseId, LinkKind Kind);

/// <summary>A handover that awaits its answer.</summary>
public sealed record Handover(
    Guid Id, Kontor From, Kontor To, Secret Summary, DateTimeOffset OfferedAt, DateTimeOffset RemindAt, DateTimeOffset RespondBy, bool Reminded,
    Saerlig Saerlig = Saerlig.Ingen)
{
    public Access.Author? Author { get; init; }
}

/// <summary>A seal that was broken.</summary>
/// <param name="Seq">Of its event.</param>
/// <param name="By">Who broke it.</param>
/// <param name="Kontor">For which office.</param>
/// <param name="Kind">The danger.</param>
/// <param name="At">When.</param>
/// <param name="Until">When it seals again.</param>
/// <param name="SeenBy">Those who are told and have said that they saw it.</param>
public sealed record Unseal(long Seq, Guid By, Kontor Kontor, UnsealKind Kind, DateTimeOffset At, DateTimeOffset Until, ImmutableHashSet<Guid> SeenBy)
{
    /// <summary>Whether one of them belongs to no office, as who watches over the area does.</summary>
    public bool Overseen { get; init; }
}

/// <summary>What keeps a case from deletion until it is lifted, and whether it is time to look at it again.</summary>
public sealed record Hold(HoldGround Ground, DateTimeOffset ReviewBy, bool ReviewDue = false);

/// <summary>The last change that reached each office, the board's in its own counting.</summary>
public readonly record struct Reached(LastChange Ejendomskontor, LastChange Bestyrelseskontor, LastChange BoligsocialtKontor)
{
    /// <summary>The last change that reached any of these staffed offices.</summary>
    public LastChange By(Kontorer offices)
    {
        var ejendom = offices.Has(Kontor.Ejendomskontor) ? Ejendomskontor : default;
        var social = offices.Has(Kontor.BoligsocialtKontor) ? BoligsocialtKontor : default;
        return ejendom.Seq > social.Seq ? ejendom : social;
    }

    public Reached With(Kontorer offices, Recorded recorded)
    {
        var change = new LastChange(recorded.Seq, recorded.At);
        return new(
            offices.Has(Kontor.Ejendomskontor) ? change : Ejendomskontor,
            offices.Has(Kontor.Bestyrelseskontor) && recorded.BoardSeq is { } seq ? new LastChange(seq, recorded.At) : Bestyrelseskontor,
            offices.Has(Kontor.BoligsocialtKontor) ? change : BoligsocialtKontor);
    }
}

/// <summary>Where and when something last changed for someone.</summary>
public readonly record struct LastChange(long Seq, DateTimeOffset At);
