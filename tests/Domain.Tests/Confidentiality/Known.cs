using Hub.Contracts;
using Hub.Domain.Cases;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Confidentiality;

/// <summary>One case in the eyes of the oracle.</summary>
internal sealed class Known(CaseFlagged flagged)
{
    private readonly HashSet<Guid> involved = flagged.Assignee is { } a ? [flagged.FlaggedBy, a] : [flagged.FlaggedBy];
    private readonly Dictionary<Kontor, DateTimeOffset> unsealed = [];
    private LegalBasis basis = flagged.Basis;
    private Kontorer held = flagged.Kontor.AsSet();
    private Kontor? asked;
    private bool workedElsewhere = flagged.Assignee is not null && flagged.Kontor != Kontor.Ejendomskontor;

    public Kontor Holder { get; private set; } = flagged.Kontor;

    public Kontorer Flagging { get; private set; } = flagged.FlaggedFrom.AsSet();

    public bool Refused { get; private set; }

    public Kontorer EverKnew { get; private set; } = flagged.FlaggedFrom.AsSet();

    public Kontorer Offices => (Flagging | held | (asked?.AsSet() ?? Kontorer.Ingen)) & Kontorer.Personale;

    public bool Knows(Kontor kontor, DateTimeOffset now)
    {
        var knows = kontor != Kontor.Bestyrelseskontor && !Refused && Offices.Has(kontor)
            && (kontor == flagged.FlaggedFrom || LegalBasisRules.Opens(basis, flagged.Category, kontor, now) || (unsealed.TryGetValue(kontor, out var until) && now < until));
        EverKnew |= knows ? kontor.AsSet() : Kontorer.Ingen;
        return knows;
    }

    /// <summary>Inside ejendomskontor the text stays with flagger, workers and leader while another office works it.</summary>
    public bool ReadBy(Membership who) =>
        who.Kontor != Kontor.Ejendomskontor || who.UserId == Ejendomsleder.UserId || involved.Contains(who.UserId)
        || Holder == Kontor.Ejendomskontor || asked == Kontor.Ejendomskontor || !workedElsewhere;

    public void Join(IEnumerable<Flagger> flaggers)
    {
        foreach (var flagger in flaggers)
        {
            Flagging |= flagger.Kontor.AsSet();
            involved.Add(flagger.UserId);
        }
    }

    public void Happen(CaseEvent e, DateTimeOffset at)
    {
        switch (e)
        {
            case CasePickedUp x: Work(x.UserId); break;
            case CaseAssigned x: Work(x.UserId); break;
            case CaseReopened { Assignee: { } user }: Work(user); break;
            case LegalBasisRecorded x: basis = x.Basis; break;
            case LegalBasisWithdrawn: basis = LegalBasis.None; break;
            case IdentityForgotten: Refused = true; break;
            case CaseUnsealed x: unsealed[x.Kontor] = at.AddHours(4); break;
            case HandoverOffered x: asked = x.ToKontor; break;
            case HandoverAccepted x:
                Holder = asked!.Value;
                held |= Holder.AsSet();
                asked = null;
                Work(x.UserId);
                break;
            case HandoverDeclined or HandoverWithdrawn or HandoverExpired: asked = null; break;
        }
    }

    private void Work(Guid user)
    {
        involved.Add(user);
        workedElsewhere |= Holder != Kontor.Ejendomskontor;
    }
}
