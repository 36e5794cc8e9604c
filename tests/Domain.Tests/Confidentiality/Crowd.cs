using Hub.Contracts;
using Hub.Domain.Tests.Workspaces;

namespace Hub.Domain.Tests.Confidentiality;

/// <summary>Random people who do random things; the same seed does the same.</summary>
internal sealed class Crowd(int seed)
{
    private readonly Random random = new(seed);
    private readonly List<Guid> cases = [];
    private readonly List<Guid> handovers = [];
    private readonly List<Guid> matters = [];
    private readonly List<Guid> tasks = [];
    private readonly Dictionary<Guid, string> names = [];
    private int texts;

    public Scenario Area { get; } = new();

    public Oracle Oracle { get; } = new();

    public int Accepted { get; private set; }

    public IReadOnlyList<Guid> Cases => cases;

    public void Step()
    {
        Area.Now += TimeSpan.FromMinutes(random.Next(0, 90));
        foreach (var due in Area.Deadlines.Where(d => d.Due <= Area.Now).ToList())
        {
            Observe(Area.Meet(due));
        }

        var actor = One(Cast.Everyone);
        var command = Next(actor);
        var name = command is FlagCase { Beboer.Name: { } typed } ? typed : null;
        var result = Area.When(actor, command);
        if (result.Rejection is null)
        {
            Accepted++;
            Remember(result.Receipt, name);
        }

        Observe(result);
    }

    private void Observe(Result result)
    {
        foreach (var recorded in result.Recorded)
        {
            Oracle.Observe(recorded);
        }
    }

    private void Remember(Receipt receipt, string? name)
    {
        cases.AddRange(Only(receipt.CaseId));
        handovers.AddRange(Only(receipt.HandoverId));
        matters.AddRange(Only(receipt.MatterId));
        tasks.AddRange(Only(receipt.TaskId));
        if (receipt.CaseId is { } id && name is not null)
        {
            names[id] = name;
        }
    }

    private Command Next(Membership actor)
    {
        var (c, h, m) = (One(cases), One(handovers), One(matters));
        return random.Next(30) switch
        {
            0 or 1 or 2 or 3 => Flag(),
            4 or 5 => new PickUpCase(c),
            6 => new AssignCase(c, One(Cast.Everyone).UserId),
            7 or 8 or 9 => new AddNote(c, Text(actor, c), One<NoteAudience>(), One<NoteKind>(), null),
            10 or 11 => new RecordLegalBasis(c, Basis(actor, c)),
            12 => new WithdrawLegalBasis(c),
            13 => new AskFlagger(c),
            14 => new LinkCases(c, One(cases), One<LinkKind>()),
            15 => new RecordDisclosure(c, Text(actor, c), Text(actor, c), LegalBasisKind.Samtykke, Area.Now),
            16 => random.Next(2) == 0 ? new RecordUnderretning(c, Area.Now) : new RecordCall(c, CalledParty.Andre, Area.Now),
            17 => new CloseCase(c, One<Outcome>(), Text(actor, c)),
            18 => new ReopenCase(c, Text(actor, c)),
            19 => new UnsealCase(c, UnsealKind.FareForLiv, Text(actor, c)),
            20 or 21 or 22 => new OfferHandover(c, One<Kontor>(), Text(actor, c), Text(actor, c), null),
            23 or 24 => new AcceptHandover(h),
            25 => random.Next(2) == 0 ? new DeclineHandover(h, Text(actor, Area.State.Handovers.GetValueOrDefault(h))) : new WithdrawHandover(h),
            26 => new OpenMatter(Word(), Word(), null),
            27 => random.Next(2) == 0 ? new AddMatterNote(m, Text(actor, CaseOf(m))) : new DecideMatter(m, Text(actor, CaseOf(m))),
            28 => random.Next(3) switch
            {
                0 => new CreateTask(Word(), One<Kontor>(), null, null, null, Area.Now.AddDays(1)),
                1 => new CreateTask(Text(actor, CaseOf(m)), One<Kontor>(), null, m, null, null),
                _ => new CreateTask(Text(actor, c), One<Kontor>(), c, null, null, Area.Now.AddDays(1)),
            },
            _ => new CompleteTask(One(tasks)),
        };
    }

    private Guid CaseOf(Guid matterId) => Area.State.Matter(matterId)?.CaseId ?? Guid.Empty;

    private FlagCase Flag()
    {
        var name = Whisper.Name(texts++);
        var beboer = random.Next(4) == 0 ? null : new PersonInput($"Bo {name}", null, null, null);
        var basis = new LegalBasisInput(random.Next(2) == 0 ? LegalBasisKind.IkkeSpurgt : LegalBasisKind.Samtykke, Recipients: Recipients());
        var text = beboer is null ? Word() : $"{Word()} om {name}";
        return new(
            One<Category>(), One<Severity>(), default, text, beboer, [], false, Kilde.Nabo, null,
            basis, random.Next(3) == 0 ? One<Kontor>() : null);
    }

    private LegalBasisInput Basis(Membership actor, Guid c) => new(
        One<LegalBasisKind>(), null, Text(actor, c), Recipients(), null, random.Next(2) == 0 ? Area.Now.AddHours(random.Next(1, 9)) : null);

    private Kontorer? Recipients() => random.Next(2) == 0 ? null : (Kontorer)random.Next(8);

    /// <summary>Those who know the name use it half of the time, also where they should not.</summary>
    private string Text(Membership actor, Guid c) =>
        actor.Kontor is { } k && names.TryGetValue(c, out var name) && Oracle.Knows(c, k, Area.Now) && random.Next(2) == 0 ? $"{Word()} om {name}" : Word();

    private string Word() => Whisper.Text(texts++);

    private T One<T>()
        where T : struct, Enum => One(Enum.GetValues<T>());

    private T One<T>(IReadOnlyList<T> many) => many.Count == 0 ? default! : many[random.Next(many.Count)];

    private static IEnumerable<Guid> Only(Guid? id) => id is { } one ? [one] : [];
}
