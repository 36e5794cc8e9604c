using Hub.Contracts;
using Hub.Web.Edge;
using Hub.Web.Features.Handovers;
using Hub.Web.Features.Tasks;

namespace Hub.Web.Features.Cases;

/// <summary>The forms of a case's page. Each is sent to an address at which the page shows it open, so a refusal finds it there.</summary>
internal static class CaseForms
{
    private static readonly Dictionary<string, string[]> Texts = new()
    {
        ["notes"] = ["text"],
        ["beboer"] = ["kan", "vil"],
        ["legal-basis"] = ["purpose", "note"],
        ["unseal"] = ["reason"],
        ["hold"] = ["note"],
        ["restriction"] = ["note"],
        ["disclosures"] = ["modtager", "hvad"],
        ["close"] = ["note"],
        ["reopen"] = ["reason"],
        ["handovers"] = ["reason", "summary"],
        ["tasks"] = ["title"],
    };

    public static void MapCaseForms(this RouteGroupBuilder omraade)
    {
        var sag = omraade.MapGroup("/sager/{c:guid}");
        foreach (var (name, read) in CaseCommands.All.Where(a => a.Name != "erasure"))
        {
            sag.MapPost($"/{name}", (Guid c, FormCall form) => Send(form, c, name, f => read(c, f)));
        }

        sag.MapPost("/legal-basis/withdraw", (Guid c, FormCall form) => Send(form, c, "legal-basis/withdraw", _ => new WithdrawLegalBasis(c)));
        sag.MapPost("/unseals/{s:long}/seen", (Guid c, long s, FormCall form) => form.Send(_ => new AcknowledgeUnseal(c, s), _ => "/"));
        MapHandovers(sag);
        MapTasks(sag);
        MapDrafts(sag);
    }

    /// <summary>The page of a case, with what has just been added to it pointed out.</summary>
    public static string Page(Guid omraade, Guid c) => $"/omraader/{omraade}/sager/{c}";

    private static void MapHandovers(RouteGroupBuilder sag)
    {
        sag.MapPost("/handovers", (Guid c, FormCall form) => Send(form, c, "handovers", f => CaseCommands.Offer(c, f)));
        var handover = sag.MapGroup("/handovers/{h:guid}");
        handover.MapPost("/accept", (Guid c, Guid h, FormCall form) => Send(form, c, "accept", _ => new AcceptHandover(h)));
        handover.MapPost("/decline", (Guid c, Guid h, FormCall form) => Decline(form, c, h));
        handover.MapPost("/withdraw", (Guid c, Guid h, FormCall form) => Send(form, c, "withdraw", _ => new WithdrawHandover(h)));
    }

    /// <summary>Whoever sends a case back may not see it any more, so that leads on to the list of handovers.</summary>
    private static Task<IResult> Decline(FormCall form, Guid c, Guid h) => form.Send(
        f => HandoverEndpoints.Decline(h, f), _ => $"{HandoverForms.Page(form.Member.OmraadeId)}?gjort=decline", draft: new DraftForm(c, $"handovers/{h}/decline", "reason"));

    private static void MapTasks(RouteGroupBuilder sag)
    {
        sag.MapPost("/tasks", (Guid c, FormCall form) => Send(form, c, "tasks", f => TaskEndpoints.Read(f) with { CaseId = c, MatterId = null }));
        var task = sag.MapGroup("/tasks/{t:guid}");
        task.MapPost("/complete", (Guid c, Guid t, FormCall form) => Send(form, c, "complete", _ => new CompleteTask(t)));
        task.MapPost("/reopen", (Guid c, Guid t, FormCall form) => Send(form, c, "reopen-task", _ => new ReopenTask(t)));
    }

    private static void MapDrafts(RouteGroupBuilder sag)
    {
        sag.MapPost("/handovers/{h:guid}/decline/kladde", (Guid c, Guid h, FormCall form) => DraftAnswers.Keep(form, new DraftForm(c, $"handovers/{h}/decline", "reason")));
        sag.MapPost("/handovers/{h:guid}/decline/kladde/slet", (Guid c, Guid h, FormCall form) =>
            DraftAnswers.Forget(form, new DraftForm(c, $"handovers/{h}/decline"), Page(form.Member.OmraadeId, c)));
        foreach (var name in Texts.Keys)
        {
            sag.MapPost($"/{name}/kladde", (Guid c, FormCall form) => DraftAnswers.Keep(form, Draft(c, name)));
            sag.MapPost($"/{name}/kladde/slet", (Guid c, FormCall form) => DraftAnswers.Forget(form, Draft(c, name)!, Page(form.Member.OmraadeId, c)));
        }
    }

    /// <summary>A form whose texts are kept while they are not sent, or null.</summary>
    private static DraftForm? Draft(Guid c, string name) => Texts.TryGetValue(name, out var texts) ? new DraftForm(c, name, texts) : null;

    private static Task<IResult> Send(FormCall form, Guid c, string name, Func<Fields, Command> shape)
    {
        form.Form.Default("at", form.Now).Default("informedAt", form.Now);
        return form.Send(shape, r => $"{Page(form.Member.OmraadeId, c)}?ny={r.Seq}", draft: Draft(c, name));
    }
}
