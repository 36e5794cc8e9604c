using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Access;

/// <summary>Who may see who has looked. Nobody oversees themselves: a dpo sees no identity and works no case.</summary>
public static class Oversight
{
    /// <summary>Who may see what the nightly run will delete and what has been erased: numbers, categories and dates.</summary>
    public static bool SeesDeletion(Membership member) => member.Rolle is Rolle.Dpo or Rolle.Admin;

    public static bool ReadsAccessLog(Membership member) => member.Rolle == Rolle.Dpo;

    /// <summary>Told whenever a seal is broken in the area: the dpo, and where there is none the admin, who is the named responsible.</summary>
    public static bool WatchesSeals(Membership member, IEnumerable<Membership> members) =>
        member.Rolle == Rolle.Dpo || (member.Rolle == Rolle.Admin && !members.Any(m => m.Rolle == Rolle.Dpo));

    /// <summary>Besides those, who leads the office that the seal was broken for. One's own doing is no news.</summary>
    public static bool IsToldOf(Unseal unseal, Viewer viewer) =>
        unseal.By != viewer.UserId && (viewer.WatchesSeals || (viewer.IsLeader && viewer.StaffOffices.Has(unseal.Kontor)));

    /// <summary>Who answers what a person asks for as their right, and reads for it what is kept on them.</summary>
    public static bool AnswersRequests(Membership member) => member.Rolle == Rolle.Dpo && !member.NamesSealed;

    /// <summary>Whether the viewer sees of every case what the rights of its persons hang on, and no text of it.</summary>
    public static bool Oversees(Viewer viewer) => viewer.Member.Rolle == Rolle.Dpo;
}
