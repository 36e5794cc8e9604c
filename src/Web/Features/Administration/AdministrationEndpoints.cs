using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Grains;
using Hub.Web.Accounts;
using Hub.Web.Edge;

namespace Hub.Web.Features.Administration;

internal static class AdministrationEndpoints
{
    public static void MapAdministration(this RouteGroupBuilder omraade)
    {
        omraade.MapGet("/members", Members);
        omraade.MapPut("/members/{userId:guid}", Grant);
        omraade.MapDelete("/members/{userId:guid}", (Guid userId, Call call) => call.SendToTenant(_ => new RevokeMembership(call.Member.OmraadeId, userId)));
        omraade.MapPut("/settings", (Call call) => call.SendToTenant(f => new ChangeOmraadeSettings(call.Member.OmraadeId, SettingsFields.Read(f))));
    }

    private static async Task<IResult> Grant(Guid userId, Call call, Acquaintances acquaintances)
    {
        var known = await acquaintances.Includes(userId, call.Member.Tenant, call.Cancelled);
        return await call.SendToTenant(f =>
        {
            if (!known)
            {
                f.Note("userId", "unknown_value");
            }

            return new GrantMembership(
                call.Member.OmraadeId, userId, f.ChoiceOrNull<Kontor>("kontor"), f.Choice<Rolle>("role"), f.Choice<Employer>("employer"));
        });
    }

    private static async Task<IResult> Members(Call call, ITenantDirectory directory, EmployeeNames names)
    {
        await directory.Follow(call.Cancelled);
        var members = directory.Members(call.Member.OmraadeId).Where(m => Colleagues.Knows(call.Member, m)).ToList();
        var known = await names.Of(members.Select(m => m.UserId), call.Cancelled);
        return Results.Json(new MembersBody([.. members.Select(m => new MemberBody(m.UserId, known.GetValueOrDefault(m.UserId), m.Kontor, m.Rolle, m.Employer))]));
    }
}

/// <summary>Who works in an area.</summary>
internal sealed record MembersBody(IReadOnlyList<MemberBody> Members);

/// <summary>One of them.</summary>
internal sealed record MemberBody(Guid UserId, string? Name, Kontor? Kontor, Rolle Role, Employer Employer);
