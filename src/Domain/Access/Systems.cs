using Hub.Contracts;

namespace Hub.Domain.Access;

/// <summary>
/// What another system is in a boligområde: it acts for one office that its token names, reads and flags as far as the token says, and sees
/// an identity only when the token says that too and vouches for how sure the issuer is of the system.
/// </summary>
public static class Systems
{
    /// <param name="tenant">The boligorganisation.</param>
    /// <param name="omraade">The area.</param>
    /// <param name="system">Who the issuer says it is.</param>
    /// <param name="kontor">The office it acts for.</param>
    /// <param name="scope">What its token lets it do there.</param>
    /// <param name="assured">Whether the level of assurance that names demand is in the token.</param>
    public static Membership Member(Guid tenant, Guid omraade, Guid system, Kontor kontor, SystemScope scope, bool assured) =>
        new(tenant, omraade, system, kontor, Rolle.System, Employer.Boligorganisation)
        {
            Scope = scope,
            NamesSealed = !(assured && scope.HasFlag(SystemScope.Identity)),
        };

    /// <summary>Whether somebody may read in the area at all; people who came themselves may.</summary>
    public static bool MayRead(Membership member) => (member.Rolle == Rolle.System ? member.Scope : member.Leave ?? SystemScope.Read).HasFlag(SystemScope.Read);
}
