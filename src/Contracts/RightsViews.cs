namespace Hub.Contracts;

/// <summary>A request of a person, as its dpo sees it in a list.</summary>
/// <param name="AnmodningId">The request.</param>
/// <param name="CaseId">The case it came up in.</param>
/// <param name="Number">The number of that case; null once the case has left memory.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="Status">What has become of it.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="Due">When it must be answered (GDPR art. 12(3)).</param>
/// <param name="Extended">Whether the two months have been added.</param>
/// <param name="Late">Due, and not answered.</param>
/// <param name="EndedAt">When it was answered or refused.</param>
public sealed record AnmodningCard(
    Guid AnmodningId, Guid CaseId, string? Number, AnmodningKind Kind, AnmodningStatus Status, DateTimeOffset ReceivedAt, DateTimeOffset Due, bool Extended,
    bool Late, DateTimeOffset? EndedAt);

/// <summary>What the dpo watches over in an area; nothing of it is told to anybody else.</summary>
public sealed record OversightView(IReadOnlyList<AnmodningCard> Anmodninger, IReadOnlyList<HeldCase> Held, IReadOnlyList<RestrictedCase> Restricted);

/// <summary>A case that is held.</summary>
public sealed record HeldCase(Guid CaseId, string Number, HoldView Hold);

/// <summary>A case that is kept and not used.</summary>
public sealed record RestrictedCase(Guid CaseId, string Number, BegraensningGrund Ground);

/// <summary>A person of a case without the name: whose request it is.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Rolle">Null: the beboer.</param>
public sealed record PersonRef(Guid PersonId, PartRolle? Rolle);

/// <summary>Where something in a case's history was corrected, and by which office; null: by the dpo.</summary>
public sealed record CorrectionView(DateTimeOffset At, Kontor? From);

/// <summary>A request with everything that is needed to answer it.</summary>
/// <param name="Card">The request.</param>
/// <param name="Rolle">The person's part in the case; null: the beboer.</param>
/// <param name="Steps">What was written down about it, oldest first.</param>
/// <param name="Cases">The cases that the person is in: this one and those that are linked as the same person's.</param>
/// <param name="Items">What is kept on the person; none where the request asks for no reading of it.</param>
/// <param name="Perhaps">Numbers of cases that bear the same name and are not linked: somebody should look.</param>
public sealed record AnmodningView(
    AnmodningCard Card, PartRolle? Rolle, IReadOnlyList<AnmodningStep> Steps, IReadOnlyList<IndsigtCase> Cases, IReadOnlyList<IndsigtItem> Items,
    IReadOnlyList<string> Perhaps)
{
    /// <summary>Never what is in it: what carries it between processes may log it.</summary>
    public override string ToString() => nameof(AnmodningView);
}

/// <summary>One step of a request.</summary>
public sealed record AnmodningStep(DateTimeOffset At, string Kind, string? Text);

/// <summary>What is kept on a case besides its texts.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="PersonId">The person as this case knows them.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="FlaggedAt">When it began.</param>
/// <param name="FlaggedFrom">The office that flagged.</param>
/// <param name="ClosedAt">When it ended.</param>
/// <param name="Outcome">How.</param>
/// <param name="Offices">The offices on it: its recipients within the boligorganisation.</param>
/// <param name="Basis">Why the identity is passed on.</param>
/// <param name="Held">Whether it may not be deleted.</param>
/// <param name="Restricted">Whether it may not be used.</param>
/// <param name="DeletedAt">When the rules of the boligorganisation delete it (art. 15(1)(d)); null while nothing does.</param>
/// <param name="Texts">How many texts there are about its persons.</param>
/// <param name="People">How many persons are named in it.</param>
public sealed record IndsigtCase(
    Guid CaseId, string Number, Guid PersonId, Category Category, CaseStatus Status, DateTimeOffset FlaggedAt, Kontor FlaggedFrom, DateTimeOffset? ClosedAt,
    Outcome? Outcome, IReadOnlyList<Kontor> Offices, LegalBasisKind Basis, bool Held, BegraensningGrund? Restricted,
    DateTimeOffset? DeletedAt, int Texts, int People);

/// <summary>One thing that is kept on a person.</summary>
/// <param name="ItemId">What its decision is known by; the same at every reading.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Kind"><c>identity</c>, <c>part</c>, <c>source</c>, or the stored name of the event.</param>
/// <param name="Field">Which field of it; empty where the event alone tells.</param>
/// <param name="At">When it was written down.</param>
/// <param name="From">The office that did; null for what happened by itself and for the dpo.</param>
/// <param name="Text">What it says, other persons masked; null where nothing is written, or it has been erased.</param>
/// <param name="Details">Codes and dates of the event.</param>
public sealed record IndsigtItem(
    Guid ItemId, Guid CaseId, string Kind, string Field, DateTimeOffset At, Kontor? From, string? Text, IReadOnlyDictionary<string, string> Details)
{
    /// <summary>Why it is left out of what the person is given; null: it is given.</summary>
    public UdeladtGrund? Udeladt { get; init; }

    /// <summary>Nobody has decided on it: so it is unless somebody does.</summary>
    public bool ByDefault { get; init; } = true;

    /// <summary>What was weighed; for the dpo alone.</summary>
    public string? Note { get; init; }

    /// <summary>The text's key, for correcting it; null for what has none.</summary>
    public Guid? TextItem { get; init; }

    /// <summary>The part of the other person whom it tells of.</summary>
    public PartRolle? Rolle { get; init; }

    /// <summary>When it was corrected last.</summary>
    public CorrectionView? Corrected { get; init; }

    /// <summary>What the person said to it.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
