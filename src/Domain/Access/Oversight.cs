using Hub.Contracts;

namespace Hub.Domain.Access;

/// <summary>Who may see who has looked. Nobody oversees themselves: a dpo sees no identity and works no case.</summary>
public static class Oversight
{
    public static bool ReadsAccessLog(Membership member) => member.Rolle == Rolle.Dpo;
}
