using Hub.Contracts;

namespace Hub.Domain.Access;

/// <summary>Who may see who has looked. Nobody oversees themselves: a dpo sees no identity and works no case.</summary>
public static class Oversight
{
    /// <summary>Who may see what the nightly run will delete and what has been erased: numbers, categories and dates.</summary>
    public static bool SeesDeletion(Membership member) => member.Rolle is Rolle.Dpo or Rolle.Admin;

    public static bool ReadsAccessLog(Membership member) => member.Rolle == Rolle.Dpo;

    /// <summary>Whether the viewer sees of every case what the rights of its persons hang on, and no text of it.</summary>
    public static bool Oversees(Viewer viewer) => viewer.Member.Rolle == Rolle.Dpo;
}
