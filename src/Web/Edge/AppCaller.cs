using System.Security.Claims;
using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Grains;

namespace Hub.Web.Edge;

/// <summary>An app that a person has let act for them: the person by the directory, and of that no more than the scopes of the app's token say.</summary>
internal static class AppCaller
{
    public const string AuthenticationType = "Hub.App";

    public static bool IsOne(ClaimsPrincipal caller) => caller.Identity?.AuthenticationType == AuthenticationType;

    /// <summary>What the person is through the app; null where no scope is for what the person is.</summary>
    public static Membership? Narrowed(ClaimsPrincipal caller, Membership person, ITenantDirectory directory) =>
        person.Kontor is { } kontor && directory.Tenant(person.Tenant)?.Slug is { } slug
            ? Apps.Member(person, kontor, Scope.Of(caller).Where(s => (s.Tenant, s.Omraade, s.Kontor) == (slug, person.OmraadeId, kontor)).Aggregate(SystemScope.None, (all, s) => all | s.What))
            : null;
}
