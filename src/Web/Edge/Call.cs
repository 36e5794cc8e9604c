using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Grains;
using Hub.Web.Errors;

namespace Hub.Web.Edge;

/// <summary>One member's call to one boligområde. Handlers name the command; this carries it into the turn and its answer out.</summary>
internal sealed class Call(HttpContext http)
{
    private readonly IBoligomraader omraader = http.RequestServices.GetRequiredService<IBoligomraader>();
    private readonly ITenantDirectory directory = http.RequestServices.GetRequiredService<ITenantDirectory>();

    public Membership Member => http.Member();

    public CancellationToken Cancelled => http.RequestAborted;

    public static ValueTask<Call> BindAsync(HttpContext http) => new(new Call(http));

    /// <summary>Sends a command that changes something there is.</summary>
    public Task<IResult> Send(Func<Fields, Command> shape) => Send(shape, StatusCodes.Status200OK);

    /// <summary>Sends a command that makes something new.</summary>
    public Task<IResult> Create(Func<Fields, Command> shape) => Send(shape, StatusCodes.Status201Created);

    /// <summary>Sends a wish about the boligorganisation itself.</summary>
    public async Task<IResult> SendToTenant(Func<Fields, TenantCommand> shape)
    {
        if (!Apps.MayAdminister(Member))
        {
            return new Problem(Permissions.NotAllowed);
        }

        var sent = await Receive(shape);
        var request = new TenantRequest(sent.Id, sent.Hash, sent.Command, sent.Errors);
        return Answers.Of(await directory.Execute(Member.Tenant, Member.UserId, request, Cancelled), Member, StatusCodes.Status200OK);
    }

    private async Task<IResult> Send(Func<Fields, Command> shape, int status)
    {
        var sent = await Receive(shape);
        var request = new Request(sent.Id, sent.Hash, sent.Command, sent.IfMatch, sent.Errors);
        return Answers.Of(await omraader.Execute(Member, request, Cancelled), Member, status);
    }

    private async Task<Sent<T>> Receive<T>(Func<Fields, T> shape)
    {
        var body = await Body.Read(http.Request);
        var command = shape(body.Fields);
        var key = RequestHeaders.IdempotencyKey(http.Request, body.Errors);
        var ifMatch = RequestHeaders.IfMatch(http.Request, body.Errors);
        var id = CommandIds.Of(Member.Tenant, Member.UserId, Member.OmraadeId, key);
        return new Sent<T>(id, body.Hash(http), command, ifMatch, body.Errors.Count > 0 ? body.Errors : null);
    }

    /// <summary>A write as it came in.</summary>
    private sealed record Sent<T>(Guid Id, byte[] Hash, T Command, long? IfMatch, IReadOnlyDictionary<string, string[]>? Errors);
}
