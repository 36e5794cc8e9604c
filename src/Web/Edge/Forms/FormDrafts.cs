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
    /// <param name="member">Who types.</param>
    /// <param name="draft">Which form.</param>
    /// <param name="form">What stands in it.</param>
    /// <param name="commandId">What it is sent under when it is offered again: sent already, and the answer lost, it then acts no second time.</param>
    /// <param name="ct">Gives up waiting.</param>
    public async Task<bool> Save(Membership member, DraftForm draft, PostedForm form, Guid commandId, CancellationToken ct)
    {
        var worthKeeping = draft.Texts.Any(t => form.Typed.TryGetValue(t, out var typed) && typed.Any(v => !string.IsNullOrWhiteSpace(v)));
        if (!worthKeeping || form.Typed.Values.Any(values => values.Any(Cpr.Contains)))
        {
            await Delete(member, draft, ct);
            return false;
        }

        var owner = draft.Case is { } c ? await omraader.ReadTextOwner(member, c, ct) : null;
        return (draft.Case is null || owner is not null) && await drafts.Save(Key(member, draft), owner, JsonSerializer.Serialize(new Dictionary<string, string[]>(form.Typed) { [PostedForm.CommandIdField] = [commandId.ToString()] }), ct);
    }

    public Task Delete(Membership member, DraftForm draft, CancellationToken ct) => drafts.Delete(Key(member, draft), ct);

    /// <summary>Lets go of the draft of a form that has been sent. One that was begun anew meanwhile, at another screen, stays.</summary>
    public async Task Sent(Membership member, DraftForm draft, Guid commandId, CancellationToken ct)
    {
        var kept = (await drafts.Read(Spot(member, draft.Case), ct)).FirstOrDefault(d => d.Form == draft.Name);
        if (kept is not null && TakeId(Read(kept)) is var id && (id is null || id == commandId))
        {
            await Delete(member, draft, ct);
        }
    }

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
            var typed = Read(draft);
            var id = TakeId(typed) ?? Guid.NewGuid();
            forms.Offer(draft.Form.Length == 0 ? address : $"{address}/{draft.Form}", new FormState { CommandId = id, Typed = typed, DraftFrom = draft.SavedAt });
        }
    }

    private static Dictionary<string, string[]> Read(Draft draft) => JsonSerializer.Deserialize<Dictionary<string, string[]>>(draft.Text)!;

    private static Guid? TakeId(Dictionary<string, string[]> typed) =>
        typed.Remove(PostedForm.CommandIdField, out var id) && Guid.TryParse(id[0], out var known) && known != Guid.Empty ? known : null;

    private static DraftKey Key(Membership member, DraftForm draft) => new(Spot(member, draft.Case), draft.Name);

    private static DraftSpot Spot(Membership member, Guid? c) => new(member.Tenant, member.OmraadeId, member.UserId, c ?? Guid.Empty);
}
