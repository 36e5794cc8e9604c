using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Grains;
using Hub.Web.Edge;
using Hub.Web.Errors;
using Hub.Web.Features.Cases;
using Hub.Web.Layout;

namespace Hub.Web.Features.Rights;

/// <summary>The forms about the rights of a person; those of a request lead back to its page.</summary>
internal static class RightsForms
{
    /// <summary>The hidden field that names the request whose page a form stands on.</summary>
    public const string From = "anmodning";

    public static void MapRightsForms(this RouteGroupBuilder omraade)
    {
        var sag = omraade.MapGroup("/sager/{c:guid}");
        sag.MapPost("/anmodninger", Receive);
        foreach (var (name, read) in RightsCommands.OnAnmodning)
        {
            sag.MapPost($"/anmodninger/{{a:guid}}/{name}", (Guid c, Guid a, FormCall form) => Send(form, a, f => read(c, a, f)));
        }

        sag.MapPost("/anmodninger/{a:guid}/items/{i:guid}/hide", (Guid c, Guid a, Guid i, FormCall form) => Send(form, a, f => RightsCommands.Hide(c, a, i, f), i));
        sag.MapPost("/anmodninger/{a:guid}/items/{i:guid}/show", (Guid c, Guid a, Guid i, FormCall form) => Send(form, a, _ => new ShowItem(c, a, i), i));
        sag.MapPost("/texts/{i:guid}", (Guid c, Guid i, FormCall form) => Back(form, c, f => RightsCommands.Correct(c, i, f)));
        sag.MapPost("/texts/{i:guid}/remarks", (Guid c, Guid i, FormCall form) => Back(form, c, f => RightsCommands.Remark(c, i, f)));
        sag.MapPost("/persons/{p:guid}", (Guid c, Guid p, FormCall form, ITenantDirectory directory) =>
            Back(form, c, f => RightsCommands.Correct(c, p, f, directory.Omraade(form.Member.OmraadeId)!)));
        omraade.MapPost("/anmodninger/{a:guid}/slet", Erase);
    }

    public static string Page(Guid omraade, Guid a) => $"/omraader/{omraade}/anmodninger/{a}";

    private static Task<IResult> Receive(Guid c, FormCall form)
    {
        form.Form.Default("receivedAt", form.Now);
        return form.Send(
            f => RightsCommands.Receive(c, f),
            r => Oversight.AnswersRequests(form.Member) ? Page(form.Member.OmraadeId, r.AnmodningId!.Value) : $"{CaseForms.Page(form.Member.OmraadeId, c)}?ny={r.Seq}");
    }

    private static Task<IResult> Send(FormCall form, Guid a, Func<Fields, Command> shape, Guid? item = null) =>
        form.Send(shape, _ => Page(form.Member.OmraadeId, a) + (item is { } i ? $"#i{i:N}" : ""), Shown(form, a));

    private static Task<IResult> Back(FormCall form, Guid c, Func<Fields, Command> shape) =>
        form.Form.Typed.TryGetValue(From, out var from) && Guid.TryParseExact(from.FirstOrDefault(), "D", out var a)
            ? Send(form, a, shape)
            : form.Send(shape, r => $"{CaseForms.Page(form.Member.OmraadeId, c)}?ny={r.Seq}");

    /// <summary>Everything of the person's, or nothing: one case that is held or may not be used stops it for all (GDPR art. 17(3), 18).</summary>
    private static async Task<IResult> Erase(Guid a, FormCall form, IBoligomraader omraader)
    {
        if (!Oversight.AnswersRequests(form.Member))
        {
            return await form.Refuse(Refusal.Of(Permissions.NotAllowed));
        }

        if (await omraader.ReadAnmodning(form.Member, a, form.Cancelled) is not { Card.Kind: AnmodningKind.Sletning } view)
        {
            return Problem.NotFound;
        }

        var refused = view.Cases.Any(c => c.Held) ? RejectionCode.LegalHold : view.Cases.Any(c => c.Restricted is not null) ? RejectionCode.Restricted : (RejectionCode?)null;
        if (refused is { } code)
        {
            return await form.Refuse(Refusal.Of(new Rejection(code)), Shown(form, a));
        }

        foreach (var c in view.Cases)
        {
            var request = new Request(CommandIds.Derive(form.Id, $"{c.CaseId:N}"), [], new ErasePersons(c.CaseId, view.Rolle is null ? null : c.PersonId));
            if ((await omraader.Execute(form.Member, request, form.Cancelled)).Rejection is { } rejection)
            {
                return await form.Refuse(Refusal.Of(rejection), Shown(form, a));
            }
        }

        return new SeeOther(Page(form.Member.OmraadeId, a));
    }

    private static ShownPage Shown(FormCall form, Guid a) =>
        new(typeof(AnmodningSide), new() { [nameof(AnmodningSide.O)] = form.Member.OmraadeId, [nameof(AnmodningSide.A)] = a });
}
