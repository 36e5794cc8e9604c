using Hub.Contracts;

namespace Hub.Domain.Access;

/// <summary>Whom of the area's employees a member is told by name. A board meets offices, not employees, and knows its own.</summary>
public static class Colleagues
{
    public static bool Knows(Membership member, Membership other) =>
        member.Kontor != Kontor.Bestyrelseskontor || other.Kontor == Kontor.Bestyrelseskontor;
}
