using Hub.Contracts;

namespace Hub.Domain.Access;

/// <summary>
/// An app that acts for a person: never more than the person may and the app was given leave for. It acts for the person's own office alone, so that who
/// belongs to none, an admin or a dpo, can give no app anything.
/// </summary>
public static class Apps
{
    /// <summary>What the person is through the app; null where the leave is for nothing, or not for the office that the person belongs to.</summary>
    public static Membership? Member(Membership person, Kontor kontor, SystemScope leave) =>
        person.Rolle != Rolle.System && person.Kontor == kontor && leave != SystemScope.None ? person with { Leave = leave } : null;

    /// <summary>
    /// Whether the app's leave is enough for the command; who came themselves needs none. A seal is broken by a person in front of Hub, who is told what
    /// that means, and by no program for them.
    /// </summary>
    public static bool Lets(Membership member, Command command) => member.Leave is not { } leave || command switch
    {
        FlagCase => leave.HasFlag(SystemScope.Flag),
        UnsealCase => false,
        _ => leave.HasFlag(SystemScope.Manage),
    };

    /// <summary>Nobody sets up a boligorganisation through an app, whatever else they are in it.</summary>
    public static bool MayAdminister(Membership member) => member.Leave is null;
}
