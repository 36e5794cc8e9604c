using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Rights;

/// <summary>Correcting what memory holds: where an old text or an old name stood, it is gone.</summary>
internal static class Replaced
{
    public static Secret In(Secret text, ITextCorrection correction) =>
        text.Item == correction.Item ? correction.Text ?? text.Forgotten() : text;

    public static Case In(Case c, TextCorrected x) => Map(c, text => In(text, x));

    /// <summary>The person goes on under another id, and so do the texts that were theirs.</summary>
    public static Case In(Case c, IdentityCorrected x) => Map(c, text => Owned(text, x)) with
    {
        Beboer = c.Beboer?.PersonId == x.PersonId ? x.Identity : c.Beboer,
        Parter = [.. c.Parter.Select(p => p.Identity.PersonId == x.PersonId ? p with { Identity = x.Identity } : p)],
    };

    /// <summary>What a corrected identity means outside its case.</summary>
    public static WorkspaceState Around(WorkspaceState state, IdentityCorrected x)
    {
        foreach (var task in state.Tasks.Values.Where(t => t.Title.Owner == x.PersonId))
        {
            state = state.With(task with { Title = Owned(task.Title, x) });
        }

        foreach (var a in state.Anmodninger.Values.Where(a => a.PersonId == x.PersonId))
        {
            state = state.With(a with { PersonId = x.Identity.PersonId });
        }

        return state;
    }

    private static Case Map(Case c, Func<Secret, Secret> map) => c with
    {
        Basis = CaseTexts.Map(c.Basis, map),
        Pending = c.Pending is { } p ? p with { Summary = map(p.Summary) } : null,
    };

    private static Secret Owned(Secret text, IdentityCorrected x) => text.Owner == x.PersonId ? text with { Owner = x.Identity.PersonId } : text;
}
