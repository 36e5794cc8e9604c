using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Texts;

namespace Hub.Domain.Rights;

/// <summary>Correcting what is wrong (GDPR art. 16). The old text or name is not kept; what is held may not be lost, and gets a remark instead.</summary>
internal static class CorrectionDecisions
{
    public static Decision Correct(WorkspaceState state, Case c, CorrectText x, Context context)
    {
        if (Holds.Keeps(c))
        {
            return Decision.Refuse(RejectionCode.LegalHold);
        }

        if (Find(x.Item, context) is not var (e, old))
        {
            return Decision.Refuse(RejectionCode.TextGone);
        }

        if (Readers(state, e).Each().Any(k => People.NamedTo(k, c, context, x.Text)))
        {
            return Decision.Refuse(RejectionCode.PersonalDataInText, "text", "names_beboer");
        }

        var owner = e is MatterEvent ? old.Owner : c.TextOwner;
        var text = string.IsNullOrWhiteSpace(x.Text) ? null : context.Text(owner, old.Field, x.Text);
        return Decision.Accept(e switch
        {
            TaskEvent t => new TaskTitleCorrected(t.TaskId, x.Item, text),
            MatterEvent m => new MatterTextCorrected(m.MatterId, x.Item, text),
            _ => new TextCorrected(c.Id, x.Item, text),
        });
    }

    public static Decision Remark(Case c, AddRemark x, Context context) =>
        Find(x.Item, context) is var (e, _) && e is not (MatterEvent or TaskEvent)
            ? Decision.Accept(new RemarkAdded(c.Id, x.Item, context.Text(c.TextOwner, "remark", x.Text)))
            : Decision.Refuse(RejectionCode.TextGone);

    public static Decision Correct(Case c, CorrectIdentity x, Context context)
    {
        if (Holds.Keeps(c))
        {
            return Decision.Refuse(RejectionCode.LegalHold);
        }

        if (c.People.FirstOrDefault(p => p.PersonId == x.PersonId) is not { IsForgotten: false } old)
        {
            return Decision.Refuse(RejectionCode.NothingToOpen);
        }

        var now = FlagDecisions.Person(x.Person, "corrected", context);
        return now.IsForgotten ? Decision.Refuse(RejectionCode.Invalid, "name", "required")
            : Values(now).SequenceEqual(Values(old)) ? Decision.Nothing
            : Decision.Accept(new IdentityCorrected(c.Id, old.PersonId, now));
    }

    /// <summary>The event a text stands in, or the one that what stood there before was written in.</summary>
    private static (Event Event, Secret Text)? Find(Guid item, Context context)
    {
        var corrections = new Corrections(context.History);
        foreach (var e in context.History.Select(r => r.Event).Where(e => e is not RemarkAdded))
        {
            foreach (var text in CaseTexts.Of(e))
            {
                if (corrections.Now(text) is { Value: not null } now && now.Item == item)
                {
                    return (e, now);
                }
            }
        }

        return null;
    }

    /// <summary>The offices that read the text whatever they may know of the case.</summary>
    private static Kontorer Readers(WorkspaceState state, Event e) => e switch
    {
        TaskEvent t when state.Task(t.TaskId) is { } task => task.Kontor.AsSet() | (task.MatterId is { } m && state.Matter(m) is { } matter ? matter.Sides : Kontorer.Ingen),
        MatterEvent => Kontorer.Bestyrelseskontor,
        _ => Kontorer.Ingen,
    };

    private static string?[] Values(Identity i) => [i.Name?.Value, i.Address?.Value, i.Lejemaal?.Value, i.Phone?.Value];
}
