using System.Collections.Immutable;
using Hub.Contracts;
using Hub.Domain.Rights;

namespace Hub.Domain.Cases;

/// <summary>What each case event does to state.</summary>
internal static class CaseApply
{
    public static WorkspaceState Apply(WorkspaceState state, CaseEvent e, Recorded recorded)
    {
        var before = state.Case(e.CaseId);
        if (before is null && e is not CaseFlagged)
        {
            return state;
        }

        var after = e is CaseFlagged flagged ? Flag(flagged, recorded) : Change(before!, e, recorded);
        after = after with
        {
            UpdatedAt = recorded.At,
            BoardUpdatedAt = after.ShowsBoardNews(before, e) ? recorded.At : before!.BoardUpdatedAt,
            Reached = after.Reached.With(recorded.Audience.Reached, recorded),
        };
        return Around(state.With(after), before, after, e, recorded);
    }

    private static Case Flag(CaseFlagged e, Recorded recorded) => new()
    {
        Id = e.CaseId,
        Number = e.Number,
        Category = e.Category,
        Severity = e.Severity,
        Vulnerability = e.Vulnerability,
        Kilde = e.Kilde,
        BoernIHjemmet = e.BoernIHjemmet,
        Afdeling = e.Afdeling,
        FlaggedAt = recorded.At,
        UpdatedAt = recorded.At,
        BoardUpdatedAt = recorded.At,
        Flaggers = [new Flagger(e.FlaggedBy, e.FlaggedFrom, e.BoardNumber, recorded.At)],
        Kontor = e.Kontor,
        Assignee = e.Assignee,
        Taken = e.Assignee is { } self ? new Taken(self, recorded.At) : null,
        Workers = e.Assignee is { } worker ? [worker] : [],
        Beboer = e.Beboer,
        Parter = [.. e.Parter],
        Basis = e.Basis,
        Target = e.Target,
        SameDoorAs = [.. e.SameDoorAs],
        Marked = e.Saerlig == Saerlig.Ingen ? ImmutableDictionary<Kontor, Saerlig>.Empty : ImmutableDictionary<Kontor, Saerlig>.Empty.Add(e.FlaggedFrom, e.Saerlig),
    };

    private static Case Change(Case c, CaseEvent e, Recorded recorded) => e switch
    {
        CasePickedUp x => Work(c, x.UserId, recorded.At),
        CaseAssigned x => Work(c, x.UserId, recorded.At),
        CaseTargetMissed => c with { TargetMissed = true },
        NoteAdded { Audience: not NoteAudience.Eget } x => Mark(c with { Answers = c.Answers + (x.Audience == NoteAudience.Melder ? 1 : 0) }, x.Saerlig, recorded.From),
        BeboerDescribed x => Mark(c, x.Saerlig, recorded.From),
        LegalBasisRecorded x => c with { Basis = x.Basis, BasisExpired = false },
        LegalBasisWithdrawn => c with { Basis = LegalBasis.None, BasisExpired = false },
        LegalBasisExpired => c with { BasisExpired = true },
        IdentityForgotten x => Refuse(Forget(c, x.PersonIds), x),
        PersonsErased x => Forget(c, x.PersonIds),
        HoldPlaced x => c with { Hold = new Hold(x.Ground, x.ReviewBy) },
        HoldReviewDue => c with { Hold = c.Hold is { } hold ? hold with { ReviewDue = true } : null },
        HoldLifted => c with { Hold = null },
        CaseRestricted x => c with { Restriction = x.Ground },
        RestrictionLifted => c with { Restriction = null },
        TextCorrected x => Replaced.In(c, x),
        IdentityCorrected x => Replaced.In(c, x),
        CaseUnsealed x => c with
        {
            UnsealedUntil = c.UnsealedUntil.SetItem(x.Kontor, x.Until),
            Unseals = c.Unseals.Add(new Unseal(recorded.Seq, recorded.Actor, x.Kontor, x.Kind, recorded.At, x.Until, [])),
        },
        UnsealAcknowledged x => c with { Unseals = [.. c.Unseals.Select(u => u.Seq == x.UnsealSeq ? u with { SeenBy = u.SeenBy.Add(x.UserId), Overseen = u.Overseen || recorded.From is null } : u)] },
        UnsealEnded x => c with { UnsealedUntil = c.UnsealedUntil.RemoveRange(c.UnsealedUntil.Where(u => u.Value <= x.Due).Select(u => u.Key)) },
        CaseLinked x => c with { Links = c.Links.Add(new Link(x.OtherCaseId, x.Kind)) },
        CaseMerged x => Close(c, Outcome.Dublet, recorded.At) with { MergedInto = x.IntoCaseId, Links = c.Links.Add(new Link(x.IntoCaseId, LinkKind.Dublet)) },
        DuplicateReceived x => c with { Flaggers = [.. c.Flaggers, .. x.Flaggers], Links = c.Links.Add(new Link(x.FromCaseId, LinkKind.Dublet)) },
        UnderretningRecorded x => c with { Underretninger = c.Underretninger.Add(x.GivenAt) },
        CaseClosed x => Close(c, x.Outcome, recorded.At),
        DeathNoted => c with { Deceased = true },
        CaseLapsed => Close(c, Outcome.Bortfaldet, recorded.At),
        CaseReopened x => Reopen(c, x, recorded.At),
        HandoverOffered x => Mark(HandoverApply.Change(c, x, recorded), x.Saerlig, recorded.From),
        HandoverEvent x => HandoverApply.Change(c, x, recorded),
        _ => c,
    };

    private static Case Mark(Case c, Saerlig saerlig, Kontor? from) => saerlig == Saerlig.Ingen || from is not { } k
        ? c
        : c with { Marked = c.Marked.SetItem(k, c.Marked.GetValueOrDefault(k) | saerlig) };

    private static Case Work(Case c, Guid userId, DateTimeOffset at) =>
        c with { Assignee = userId, Taken = c.Taken ?? new Taken(userId, at), Workers = c.Workers.Add(userId), ExpiredBack = false };

    private static Case Close(Case c, Outcome outcome, DateTimeOffset at) =>
        c with { Outcome = outcome, ClosedAt = at, Deceased = c.Deceased || outcome == Outcome.Doedsfald, ExpiredBack = false };

    private static Case Reopen(Case c, CaseReopened e, DateTimeOffset at) => c with
    {
        Outcome = null,
        ClosedAt = null,
        MergedInto = null,
        Target = e.Target,
        TargetMissed = false,
        Assignee = e.Assignee,
        Taken = e.Assignee is { } user ? new Taken(user, at) : null,
        Workers = e.Assignee is { } worker ? c.Workers.Add(worker) : c.Workers,
        // Who is reopened after a death was reported dead by mistake, or something is left to do: either way nobody may forget it.
        Deceased = c.Deceased && c.Outcome != Outcome.Doedsfald,
    };

    /// <summary>What is under way may repeat the name, and nothing is left to mask it by.</summary>
    private static Case Refuse(Case c, IdentityForgotten e) => c with
    {
        Beboer = c.Beboer is { } b && e.PersonIds.Contains(b.PersonId) ? null : c.Beboer,
        Pending = c.Pending is { } p ? p with { Summary = p.Summary.Forgotten() } : null,
    };

    private static Case Forget(Case c, IReadOnlyList<Guid> personIds) => c with
    {
        Beboer = c.Beboer is { } b && personIds.Contains(b.PersonId) ? b.Forgotten() : c.Beboer,
        Parter = [.. c.Parter.Select(p => personIds.Contains(p.Identity.PersonId) ? p with { Identity = p.Identity.Forgotten() } : p)],
    };

    /// <summary>What the event means outside its own case.</summary>
    private static WorkspaceState Around(WorkspaceState state, Case? before, Case after, CaseEvent e, Recorded recorded)
    {
        state = e switch
        {
            CaseFlagged x => state with { LastCase = Math.Max(state.LastCase, x.Number), LastBoardFlag = Math.Max(state.LastBoardFlag, x.BoardNumber ?? 0) },
            PersonsErased x => Erasure.Forget(state, x.PersonIds),
            IdentityCorrected x => Replaced.Around(state, x),
            CaseDeleted x => Erasure.Forget(state, x.Keys) with { CleanedUp = state.CleanedUp.And(recorded.At) },
            CaseLapsed => state with { CleanedUp = state.CleanedUp.And(recorded.At) },
            _ => state,
        };
        if (e is CaseDeleted)
        {
            return state.Without(after);
        }

        if (before is not null && before.Deceased != after.Deceased)
        {
            // A reminder that stays away would tell a board of the death.
            state = state.TasksOf(after.Id).Where(t => !Access.CaseSight.Offices(t, state).Has(Kontor.Bestyrelseskontor))
                .Aggregate(state, (s, t) => s.With(t with { Silent = after.Deceased }));
        }

        if (e is HandoverOffered offered)
        {
            state = state with { Handovers = state.Handovers.SetItem(offered.HandoverId, after.Id) };
        }

        return after.IsClosed && before is { IsClosed: false } ? state.Remember(new Ended(after.Id, recorded.At)) : state;
    }
}
