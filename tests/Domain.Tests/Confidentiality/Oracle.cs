using Hub.Contracts;

namespace Hub.Domain.Tests.Confidentiality;

/// <summary>What each office may know, told from the events alone and in other words than the domain's own.</summary>
internal sealed class Oracle
{
    private readonly Dictionary<Guid, Known> cases = [];
    private readonly Dictionary<Guid, Kontorer> matters = [];
    private readonly Dictionary<string, Func<Membership, DateTimeOffset, bool>> readers = [];

    public bool MayRead(Membership who, string word, DateTimeOffset now) => readers[word](who, now);

    /// <summary>Whether the office may be told that the case is there.</summary>
    public Kontorer Related(Guid caseId) => cases[caseId].Offices;

    public bool Knows(Guid caseId, Kontor kontor, DateTimeOffset now) => cases[caseId].Knows(kontor, now);

    public void Observe(Recorded recorded)
    {
        var e = recorded.Event;
        var related = e is CaseEvent c && cases.TryGetValue(c.CaseId, out var known) ? known.Offices : Kontorer.Ingen;
        Happen(recorded);
        foreach (var word in Whisper.In(e).Where(w => !readers.ContainsKey(w)))
        {
            readers[word] = word[0] == 'X' ? Person(((CaseEvent)e).CaseId) : Text(recorded, related);
        }
    }

    private Func<Membership, DateTimeOffset, bool> Person(Guid caseId)
    {
        var c = cases[caseId];
        return (who, now) => who.Kontor is { } k && (c.Knows(k, now) || (c.Refused && c.EverKnew.Has(k)));
    }

    private Func<Membership, DateTimeOffset, bool> Text(Recorded recorded, Kontorer before)
    {
        switch (recorded.Event)
        {
            case MatterEvent x:
                return (who, _) => who.Kontor is { } k && matters[x.MatterId].Has(k);
            case TaskCreated x:
                var then = Around(x);
                return (who, _) => who.Kontor is { } k && (then | Around(x)).Has(k);
            default:
                var c = cases[((CaseEvent)recorded.Event).CaseId];
                var addressed = Addressed(recorded, c, before) & Kontorer.Personale;
                var purpose = recorded.Event is LegalBasisRecorded or CaseFlagged;
                return (who, now) => who.Kontor is { } k && c.Offices.Has(k) && c.ReadBy(who) && (addressed.Has(k) || (purpose && c.Knows(k, now)));
        }
    }

    private static Kontorer Addressed(Recorded recorded, Known c, Kontorer before)
    {
        var from = recorded.From!.Value.AsSet();
        return recorded.Event switch
        {
            NoteAdded { Audience: NoteAudience.Eget } => from,
            NoteAdded { Audience: NoteAudience.Melder } => from | c.Flagging,
            CaseUnsealed or HoldPlaced or CaseRestricted or DisclosureRecorded or CaseClosed or CaseReopened => from | c.Holder.AsSet(),
            _ => before | c.Offices,
        };
    }

    private Kontorer Around(TaskCreated x) =>
        x.From.AsSet() | x.Kontor.AsSet()
        | (x.CaseId is { } c ? cases[c].Holder.AsSet() : Kontorer.Ingen) | (x.MatterId is { } m ? matters[m] : Kontorer.Ingen);

    private void Happen(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case CaseFlagged x:
                cases[x.CaseId] = new Known(x);
                break;
            case DuplicateReceived x:
                cases[x.CaseId].Join(x.Flaggers);
                break;
            case CaseEvent x:
                cases[x.CaseId].Happen(x, recorded.At);
                break;
            case MatterOpened x:
                matters[x.MatterId] = x.OpenedFrom.AsSet() | x.Kontor.AsSet();
                break;
        }
    }
}
