using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Edge;
using Hub.Web.Errors;
using Hub.Web.Features.Cases;
using Hub.Web.Features.Matters;
using Hub.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hub.Web.Features.Flags;

/// <summary>The forms of "Meld en bekymring" and of its receipt.</summary>
internal static class FlagForms
{
    private static readonly DraftForm Draft = new(null, "", "description");

    public static void MapFlagForms(this RouteGroupBuilder omraade)
    {
        var meld = omraade.MapGroup("/meld");
        meld.MapPost("", Send);
        meld.MapPost("/videre", Foresee);
        meld.MapPost("/kladde", (FormCall form) => DraftAnswers.Keep(form, form.Member.Kontor == Kontor.Bestyrelseskontor ? null : Draft));
        meld.MapPost("/kladde/slet", (FormCall form) => DraftAnswers.Forget(form, Draft, Page(form.Member.OmraadeId)));
        meld.MapPost("/emne", (FormCall form) => form.Send(MatterCommands.Open, r => MatterForms.Page(form.Member.OmraadeId, r.MatterId!.Value)));

        var receipt = meld.MapGroup("/{k:guid}");
        receipt.MapPost("/calls", (Guid k, FormCall form, IBoligomraader omraader) => Record(k, form, omraader, "calls"));
        receipt.MapPost("/underretning", (Guid k, FormCall form, IBoligomraader omraader) => Record(k, form, omraader, "underretning"));
    }

    public static string Page(Guid omraade) => $"/omraader/{omraade}/meld";

    /// <summary>The id under which the receipt of a form lies.</summary>
    public static Guid CommandId(Membership member, Guid key) => CommandIds.Of(member.Tenant, member.UserId, member.OmraadeId, key);

    private static Task<IResult> Send(FormCall form, ITenantDirectory directory)
    {
        var omraade = directory.Omraade(form.Member.OmraadeId)!;
        return form.Send(
            f => FlagFields.Read(f, omraade), _ => $"{Page(omraade.Id)}/{form.Form.CommandId}", draft: form.Member.Kontor == Kontor.Bestyrelseskontor ? null : Draft);
    }

    /// <summary>What would happen if this were sent: read, told, and not kept.</summary>
    private static IResult Foresee(FormCall form, HttpContext http, ITenantDirectory directory, IBoligomraader omraader, PageForms forms)
    {
        var member = form.Member;
        var flag = FlagFields.Read(form.Form.Fields, directory.Omraade(member.OmraadeId)!);
        var ahead = form.Form.Typed.ContainsKey("category") ? omraader.Foresee(member, flag) : null;
        if (http.Request.Headers.ContainsKey("HX-Request"))
        {
            return new RazorComponentResult<Videre>(new Dictionary<string, object?>
            {
                [nameof(Videre.Ahead)] = ahead,
                [nameof(Videre.Sender)] = member,
                [nameof(Videre.NameTyped)] = flag.Beboer is not null,
            });
        }

        forms.Show(Page(member.OmraadeId), new FormState { Typed = form.Form.Typed, CommandId = form.Form.CommandId });
        return new ShownPage(typeof(Meld), new() { [nameof(Meld.O)] = member.OmraadeId, [nameof(Meld.Ahead)] = ahead }).Result(StatusCodes.Status200OK);
    }

    /// <summary>What the one who flagged did besides, on the case that the receipt is of.</summary>
    private static async Task<IResult> Record(Guid k, FormCall form, IBoligomraader omraader, string what)
    {
        if (await omraader.ReadReceipt(form.Member, CommandId(form.Member, k), form.Cancelled) is not { CaseId: { } c })
        {
            return Problem.NotFound;
        }

        form.Form.Default("at", form.Now);
        var said = form.Form.Typed.TryGetValue("called", out var called) ? called[0] : what;
        return await form.Send(f => CaseCommands.Read(what, c, f), _ => $"{Page(form.Member.OmraadeId)}/{k}?noteret={Uri.EscapeDataString(said)}");
    }
}
