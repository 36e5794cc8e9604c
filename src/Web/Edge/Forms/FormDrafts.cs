using System.Text.Json;
using Hub.Contracts;
using Hub.Domain.Texts;
using Hub.Grains;
using Hub.Storage;

namespace Hub.Web.Edge;

/// <summary>What people have typed into forms and not sent. It lies on the server and never in the browser's storage.</summary>
internal sealed class FormDrafts(IBoligomraader omraader, IDrafts drafts)
{
    /// <summary>Keeps the form, or lets go of it where nothing is left in it. A CPR number is kept nowhere, not in a draft either.</summary>
    public async Task<bool> Save(Membership member, DraftForm draft, PostedForm form, CancellationToken ct)
    {
        var worthKeeping = draft.Texts.Any(t => form.Typed.TryGetValue(t, out var typed) && typed.Any(v => !string.IsNullOrWhiteSpace(v)));
        if (!worthKeeping || form.Typed.Values.Any(values => values.Any(Cpr.Contains)))
        {
            await Delete(member, draft, ct);
            return false;
        }

        var owner = draft.Case is { } c ? await omraader.ReadTextOwner(member, c, ct) : null;
        return (draft.Case is null || owner is not null) && await drafts.Save(Key(member, draft), owner, JsonSerializer.Serialize(form.Typed), ct);
    }

    public Task Delete(Membership member, DraftForm draft, CancellationToken ct) => drafts.Delete(Key(member, draft), ct);

    /// <summary>Puts what was kept back into the forms of a page.</summary>
    /// <param name="member">Who looks.</param>
    /// <param name="c">The case; null for what is about to become one.</param>
    /// <param name="address">The address of the page: its forms' own follow from it.</param>
    /// <param name="forms">The forms of the page.</param>
    /// <param name="ct">Gives up waiting.</param>
    public async Task Offer(Membership member, Guid? c, string address, PageForms forms, CancellationToken ct)
    {
        foreach (var draft in await drafts.Read(Spot(member, c), ct))
        {
            var typed = JsonSerializer.Deserialize<Dictionary<string, string[]>>(draft.Text)!;
            forms.Offer(draft.Form.Length == 0 ? address : $"{address}/{draft.Form}", new FormState { Typed = typed, DraftFrom = draft.SavedAt });
        }
    }

    private static DraftKey Key(Membership member, DraftForm draft) => new(Spot(member, draft.Case), draft.Name);

    private static DraftSpot Spot(Membership member, Guid? c) => new(member.Tenant, member.OmraadeId, member.UserId, c ?? Guid.Empty);
}
