using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Grains;
using Hub.Storage;
using Hub.Web.Edge;
using Hub.Web.Errors;

namespace Hub.Web.Features.AccessLog;

internal static class AccessEndpoints
{
    public static void MapAccessLog(this RouteGroupBuilder omraade)
    {
        omraade.MapGet("/access-log", ReadLog);
        omraade.MapGet("/cases/{c:guid}/access-log", ReadLooks);
    }

    private static async Task<IResult> ReadLog(Call call, HttpRequest request, AccessReading reading)
    {
        if (!Oversight.ReadsAccessLog(call.Member))
        {
            return new Problem(Permissions.NotAllowed);
        }

        var page = await reading.Page(call.Member, request.Query, call.Cancelled);
        return page.Errors.Count > 0 ? Problem.Invalid(page.Errors) : Results.Json(new AccessBody([.. page.Rows.Select(AccessRowBody.Of)], page.Next));
    }

    /// <summary>Refused before the case is looked for, so that a refusal says nothing of it.</summary>
    private static async Task<IResult> ReadLooks(Guid c, Call call, IBoligomraader omraader, AccessReading reading)
    {
        if (!Oversight.ReadsAccessLog(call.Member))
        {
            return new Problem(Permissions.NotAllowed);
        }

        return await omraader.ReadCase(call.Member, c, call.Cancelled) is { Staff: { } view }
            ? Results.Json(new LooksBody(c, view.Card.Number, [.. (await reading.Looks(call.Member, c, call.Cancelled)).Select(LookBody.Of)]))
            : Problem.NotFound;
    }
}

/// <summary>A page of the access log.</summary>
internal sealed record AccessBody(IReadOnlyList<AccessRowBody> Rows, string? Next);

/// <summary>One answer that revealed something.</summary>
internal sealed record AccessRowBody(DateTimeOffset At, Guid UserId, Kontor? Kontor, Rolle Role, AnswerKind Answer, IReadOnlyList<SeenBody> Cases)
{
    public static AccessRowBody Of(StoredAccess stored)
    {
        var row = stored.Row;
        return new(row.At, row.User, row.Kontor, row.Rolle, row.Answer, [.. row.Cases.Select(s => new SeenBody(s.CaseId, RevealedFields.Words(s.Fields), s.Why))]);
    }
}

/// <summary>What it told of one case.</summary>
internal sealed record SeenBody(Guid CaseId, IReadOnlyList<string> Fields, NameReason? Why);

/// <summary>Who looked at one case, for the person it is about.</summary>
internal sealed record LooksBody(Guid CaseId, string Number, IReadOnlyList<LookBody> Looks);

/// <summary>The looks of one office and role on one day.</summary>
internal sealed record LookBody(DateOnly Day, Kontor? Kontor, Rolle Role, NameReason? Why, IReadOnlyList<string> Fields, int Times)
{
    public static LookBody Of(Look look) => new(look.Day, look.Kontor, look.Role, look.Why, RevealedFields.Words(look.Fields), look.Times);
}
