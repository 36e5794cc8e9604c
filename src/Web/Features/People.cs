using Hub.Contracts;

namespace Hub.Web.Features;

/// <summary>The employees that occur in what staff see. A board's views have none.</summary>
internal static class People
{
    public static IEnumerable<Guid> Of(WorkspaceView view) => Of(view.Cases).Concat(Of(view.Tasks)).Concat(view.Unseals.Select(u => u.By));

    public static IEnumerable<Guid> Of(CaseView view) =>
        Of([view.Card]).Concat(Of(view.Tasks)).Concat(view.Timeline.Select(t => t.Actor).OfType<Guid>());

    public static IEnumerable<Guid> Of(IEnumerable<OwnFlag> flags) => Of(flags.Select(f => f.Card));

    private static IEnumerable<Guid> Of(IEnumerable<CaseCard> cards) => cards.SelectMany(c => new[] { c.Assignee, c.FlaggedBy }).OfType<Guid>();

    private static IEnumerable<Guid> Of(IEnumerable<TaskCard> cards) => cards.Select(t => t.Assignee).OfType<Guid>();
}
