using Hub.Contracts;

namespace Hub.Domain.Access;

/// <summary>What goes with a role.</summary>
public static class Roles
{
    /// <summary>The roles that a person can be given.</summary>
    public static IReadOnlyList<Rolle> OfPeople { get; } = [Rolle.Medarbejder, Rolle.Leder, Rolle.Dpo, Rolle.Admin];

    /// <summary>The data protection officer and the admin belong to no office; everybody else belongs to one. A system is no person.</summary>
    public static bool Fits(Rolle rolle, Kontor? kontor) => rolle != Rolle.System && (rolle is Rolle.Dpo or Rolle.Admin) == (kontor is null);

    /// <summary>Who can do most harm with a stolen password: they sign in with a second factor.</summary>
    public static bool NeedsSecondFactor(Rolle rolle) => rolle is Rolle.Leder or Rolle.Dpo or Rolle.Admin;
}
