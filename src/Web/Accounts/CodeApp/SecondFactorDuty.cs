using Hub.Domain.Access;
using Hub.Grains;

namespace Hub.Web.Accounts;

/// <summary>Who may not do without a second factor. Asked of every request, and so without the accounts.</summary>
internal sealed class SecondFactorDuty(ITenantDirectory directory, Settings settings)
{
    public bool Holds(Guid user) => settings.RequireMfa && directory.Of(user).Any(m => Roles.NeedsSecondFactor(m.Rolle));
}
