using Hub.Contracts;

namespace Hub.Domain.Access;

/// <summary>Who may see who has looked. Nobody oversees themselves: a dpo sees no identity and works no case.</summary>
public static class Oversight
{
    public static bool ReadsAccessLog(Membership member) => member.Rolle == Rolle.Dpo;

    /// <summary>Whether the viewer sees of every case what the rights of its persons hang on, and no text of it.</summary>
    public static bool Oversees(Viewer viewer) => viewer.Member.Rolle == Rolle.Dpo;
}
