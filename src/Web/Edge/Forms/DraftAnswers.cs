using Hub.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hub.Web.Edge;

/// <summary>What a form hears that keeps or drops its draft.</summary>
internal static class DraftAnswers
{
    /// <summary>A word on when it was kept, or nothing when there was nothing to keep.</summary>
    public static async Task<IResult> Keep(FormCall form, DraftForm? draft) =>
        draft is not null && await form.Keep(draft)
            ? new RazorComponentResult<DraftKept>(new Dictionary<string, object?> { [nameof(DraftKept.At)] = form.Now })
            : Results.NoContent();

    public static async Task<IResult> Forget(FormCall form, DraftForm draft, string page)
    {
        await form.Forget(draft);
        return new SeeOther(page);
    }
}
