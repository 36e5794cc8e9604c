using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>An account. What its owner may do stands in the tenants' own streams, not here.</summary>
public sealed class HubUser : IdentityUser<Guid>
{
    /// <summary>The employee's name as colleagues see it.</summary>
    public required string Name { get; set; }
}
