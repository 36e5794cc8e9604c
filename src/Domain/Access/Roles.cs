using Hub.Contracts;

namespace Hub.Domain.Access;

/// <summary>What goes with a role.</summary>
public static class Roles
{
    /// <summary>The data protection officer and the admin belong to no office; everybody else belongs to one.</summary>
    public static bool Fits(Rolle rolle, Kontor? kontor) => (rolle is Rolle.Dpo or Rolle.Admin) == (kontor is null);

    /// <summary>Who can do most harm with a stolen password: they sign in with a second factor.</summary>
    public static bool NeedsSecondFactor(Rolle rolle) => rolle is Rolle.Leder or Rolle.Dpo or Rolle.Admin;
}
