using Hub.Contracts;
using Hub.Grains;
using Hub.Storage;

namespace Hub.Web.Features.AccessLog;

/// <summary>
/// The boligområder as Web reads them: whoever gets a view that tells an identity or a text of a case stands in the access log before they get it.
/// Where the log cannot be written there is no view, so there is no answer either. A board's views tell neither.
/// </summary>
internal sealed class LoggedBoligomraader(IBoligomraader omraader, IAccessLog log, IHttpContextAccessor http, TimeProvider clock) : IBoligomraader
{
    public Task<Answer> Execute(Membership member, Request request, CancellationToken ct) => omraader.Execute(member, request, ct);

    public Task<Grains.Workspace> ReadWorkspace(Membership member, CancellationToken ct) => Logged(member, omraader.ReadWorkspace(member, ct), SeenIn, ct);

    public Task<Grains.Workspace> ReadAbout(Membership member, Guid id, CancellationToken ct) => Logged(member, omraader.ReadAbout(member, id, ct), SeenIn, ct);

    public Task<CaseAnswer?> ReadCase(Membership member, Guid caseId, CancellationToken ct) =>
        Logged(member, omraader.ReadCase(member, caseId, ct), c => c?.Staff is { } view ? Revelations.In(view) : [], ct);

    public Task<MatterAnswer?> ReadMatter(Membership member, Guid matterId, CancellationToken ct) =>
        Logged(member, omraader.ReadMatter(member, matterId, ct), m => m?.Staff is { } view ? Revelations.In(view) : [], ct);

    public Task<IReadOnlyList<OwnFlag>> ReadOwnFlags(Membership member, CancellationToken ct) =>
        Logged(member, omraader.ReadOwnFlags(member, ct), Revelations.In, ct);

    /// <summary>What is kept on a person leaves only so: on the dpo's page, on paper or as a file.</summary>
    public Task<AnmodningView?> ReadAnmodning(Membership member, Guid anmodningId, CancellationToken ct) =>
        Logged(member, omraader.ReadAnmodning(member, anmodningId, ct), a => a is { } view ? Revelations.In(view) : [], ct, AnswerKind.Export);

    public FlagForecast? Foresee(Membership member, FlagCase flag) => omraader.Foresee(member, flag);

    public Task<Receipt?> ReadReceipt(Membership member, Guid commandId, CancellationToken ct) => omraader.ReadReceipt(member, commandId, ct);

    public Task<Guid?> ReadTextOwner(Membership member, Guid caseId, CancellationToken ct) => omraader.ReadTextOwner(member, caseId, ct);

    public Kontorer OfficesOf(Membership member) => omraader.OfficesOf(member);

    private static IReadOnlyList<SeenCase> SeenIn(Grains.Workspace workspace) => workspace.Staff is { } view ? Revelations.In(view) : [];

    private async Task<T> Logged<T>(Membership member, Task<T> read, Func<T, IReadOnlyList<SeenCase>> seenIn, CancellationToken ct, AnswerKind? kind = null)
    {
        var answer = await read;
        if (seenIn(answer) is { Count: > 0 } seen)
        {
            await log.Append(Row(member, seen, kind ?? Kind), ct);
        }

        return answer;
    }

    private AccessRow Row(Membership member, IReadOnlyList<SeenCase> seen, AnswerKind kind) =>
        new(Guid.NewGuid(), member.Tenant, member.OmraadeId, clock.GetUtcNow(), member.UserId, member.Kontor, member.Rolle, kind, seen);

    private AnswerKind Kind => http.HttpContext?.Request is not { } request || request.Path.StartsWithSegments("/api") ? AnswerKind.Api
        : request.Headers.ContainsKey("HX-Request") || request.Path.Value!.EndsWith("/kort", StringComparison.Ordinal) ? AnswerKind.Fragment
        : AnswerKind.Page;
}
