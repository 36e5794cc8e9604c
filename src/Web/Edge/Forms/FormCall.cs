using Hub.Contracts;
using Hub.Grains;
using Hub.Storage;
using Hub.Web.Errors;
using Hub.Web.Layout;

namespace Hub.Web.Edge;

/// <summary>
/// One member's form to one boligområde: the same command as from the API, answered with a page. Done, it leads on (303);
/// refused, the page comes back with what was typed and says why.
/// </summary>
internal sealed class FormCall
{
    private readonly HttpContext http;

    private FormCall(HttpContext http, PostedForm form) => (this.http, Form) = (http, form);

    public PostedForm Form { get; }

    public Membership Member => http.Member();

    public DateTimeOffset Now => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    public CancellationToken Cancelled => http.RequestAborted;

    public static async ValueTask<FormCall> BindAsync(HttpContext http) => new(http, await PostedForm.Read(http));

    /// <summary>Sends what was typed into the area's turn.</summary>
    /// <param name="shape">Reads the command from the fields; the same as the API's.</param>
    /// <param name="next">Where to when it is done.</param>
    /// <param name="again">The page to show when it is refused; null: the page at the form's own address.</param>
    /// <param name="draft">What may be kept of it while it is not sent; null: nothing.</param>
    public async Task<IResult> Send(Func<Fields, Command> shape, Func<Receipt, string> next, ShownPage? again = null, DraftForm? draft = null)
    {
        var command = shape(Form.Fields);
        var request = new Request(Id, Form.Hash(http.Request), command, Form.Seq, Errors);
        return await Answer(http.RequestServices.GetRequiredService<IBoligomraader>().Execute(Member, request, Cancelled), next, again, draft);
    }

    /// <summary>Sends a wish about the boligorganisation itself.</summary>
    public async Task<IResult> SendToTenant(Func<Fields, TenantCommand> shape, string next, ShownPage again)
    {
        var command = shape(Form.Fields);
        var request = new TenantRequest(Id, Form.Hash(http.Request), command, Errors);
        return await Answer(http.RequestServices.GetRequiredService<ITenantDirectory>().Execute(Member.Tenant, Member.UserId, request, Cancelled), _ => next, again, null);
    }

    /// <summary>What the form is sent as: no two people, areas or boligorganisationer share one.</summary>
    public Guid Id => CommandIds.Of(Member.Tenant, Member.UserId, Member.OmraadeId, Form.CommandId);

    private SortedDictionary<string, string[]>? Errors => Form.Errors.Count > 0 ? Form.Errors : null;

    private async Task<IResult> Answer(Task<Answer> sent, Func<Receipt, string> next, ShownPage? again, DraftForm? draft)
    {
        try
        {
            var answer = await sent;
            return answer.Receipt?.CountedFor(Member) is { } receipt ? await Done(receipt, next(receipt), draft) : await Refuse(Refusal.Of(answer.Rejection!), again, draft);
        }
        catch (Exception e) when (e is StoreBusyException or CommitUnknownException)
        {
            return await Refuse(Refusal.Of(Fault.Busy), again, draft);
        }
    }

    /// <summary>The page once more, with what was typed and the reason.</summary>
    public async Task<IResult> Refuse(Refusal refusal, ShownPage? again = null, DraftForm? draft = null)
    {
        if (IsByScript)
        {
            var problem = new ProblemBody($"urn:hub:{refusal.Code}", await refusal.Sentence(http), refusal.Status, refusal.Code, refusal.Fields, null, null);
            return Results.Json(problem, contentType: "application/problem+json", statusCode: refusal.Status);
        }

        if (refusal.Status is StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden)
        {
            return new ShownPage(typeof(Refused), new() { [nameof(Refused.Message)] = await refusal.Sentence(http), [nameof(Refused.Typed)] = Form.Typed }).Result(refusal.Status);
        }

        // A key that was used for something else is used up; any other is kept, so that sending again acts once.
        var id = refusal.Code == "idempotency_key_reused" || Form.CommandId == Guid.Empty ? Guid.NewGuid() : Form.CommandId;
        var kept = draft is not null && await Keep(draft, id);
        var state = new FormState
        {
            CommandId = id,
            Typed = Form.Typed,
            Message = await refusal.Sentence(http) + (kept ? $" {Problem.Text("kept")}" : ""),
            Errors = refusal.Fields,
        };
        http.RequestServices.GetRequiredService<PageForms>().Refuse(http.Request.Path, state);
        return (again ?? ShownPage.AtAddress).Result(refusal.Status);
    }

    /// <summary>Keeps what was typed; whether there was anything to keep.</summary>
    public Task<bool> Keep(DraftForm draft) => Keep(draft, Form.CommandId);

    /// <summary>Lets go of what was kept.</summary>
    public Task Forget(DraftForm draft) => Drafts.Delete(Member, draft, Cancelled);

    private Task<bool> Keep(DraftForm draft, Guid commandId) => Drafts.Save(Member, draft, Form, commandId, Cancelled);

    private FormDrafts Drafts => http.RequestServices.GetRequiredService<FormDrafts>();

    /// <summary>It waited on a device and is sent from there: nobody looks at a page, and no other form of theirs is touched.</summary>
    private bool IsByScript => http.Request.Headers.Accept == "application/json";

    private async Task<IResult> Done(Receipt receipt, string next, DraftForm? draft)
    {
        if (draft is not null)
        {
            // It is done whether or not somebody still listens.
            await Drafts.Sent(Member, draft, Form.CommandId, CancellationToken.None);
        }

        return IsByScript ? Results.Json(new FormReceipt(receipt.Number, next)) : new SeeOther(next);
    }
}

/// <summary>What became of a form that script sent.</summary>
/// <param name="Number">The number of what it made.</param>
/// <param name="Next">The page that says so.</param>
internal sealed record FormReceipt(string? Number, string Next);
