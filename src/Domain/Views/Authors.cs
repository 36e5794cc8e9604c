using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Rights;

namespace Hub.Domain.Views;

/// <summary>Who wrote each text of a case's history, corrections and remarks too.</summary>
internal sealed class Authors
{
    private readonly Dictionary<Guid, Author> authors = [];

    public Authors(IReadOnlyList<Recorded> history)
    {
        var state = WorkspaceState.Empty;
        foreach (var recorded in history)
        {
            if (Author.Of(state.Cases.Values.SingleOrDefault(), recorded) is { } author)
            {
                foreach (var item in Texts(recorded.Event).Select(t => t.Item).OfType<Guid>())
                {
                    authors[item] = author;
                }
            }

            state = WorkspaceApply.Apply(state, recorded);
        }
    }

    public Author? Of(Secret text) => text.Item is { } item ? authors.GetValueOrDefault(item) : null;

    private static IEnumerable<Secret> Texts(Event e) => e is ITextCorrection { Text: { } text } ? [text] : CaseTexts.Of(e);
}
