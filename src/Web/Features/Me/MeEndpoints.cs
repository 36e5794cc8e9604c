using System.Security.Claims;
using System.Text.Json.Serialization;
using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Accounts;
using Hub.Web.Edge;

namespace Hub.Web.Features.Me;

internal static class MeEndpoints
{
    public static void MapMe(this RouteGroupBuilder api) => api.MapGet("/me", Read);

    private static async Task<IResult> Read(ClaimsPrincipal user, ITenantDirectory directory, EmployeeNames names, CancellationToken ct)
    {
        var id = user.UserId();
        var known = await names.Of([id], ct);
        return Results.Json(new MeBody(id, known.GetValueOrDefault(id), [.. directory.Of(user).Select(m => MembershipBody.Of(m, directory))]));
    }
}

/// <summary>The signed-in person.</summary>
internal sealed record MeBody(Guid UserId, string? Name, IReadOnlyList<MembershipBody> Memberships);

/// <summary>What the person is in one area; dpo and admin belong to no office.</summary>
internal sealed record MembershipBody(
    string Tenant, Guid OmraadeId, string Omraade, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Kontor? Kontor, Rolle Role, Employer Employer)
{
    public static MembershipBody Of(Membership m, ITenantDirectory directory) =>
        new(directory.Tenant(m.Tenant)!.Slug, m.OmraadeId, directory.Omraade(m.OmraadeId)!.Name, m.Kontor, m.Rolle, m.Employer);
}
