using Hub.Contracts;

namespace Hub.Domain.Access;

/// <summary>A person in front of the workspace, and the offices they see it for.</summary>
public sealed record Viewer(Membership Member, Kontorer Offices)
{
    public Guid UserId => Member.UserId;

    /// <summary>Told of every broken seal in the area; sees no more of a case for it.</summary>
    public bool WatchesSeals { get; init; }

    public bool IsBoard => Member.Kontor == Kontor.Bestyrelseskontor;

    public bool IsSystem => Member.Rolle == Rolle.System;

    /// <summary>Whether they do more than read and flag, where there is something to do.</summary>
    public bool MayAct => !IsSystem && Member.Leave?.HasFlag(SystemScope.Manage) != false;

    public bool IsLeader => Member.Rolle == Rolle.Leder;

    public Kontorer StaffOffices => IsBoard ? Kontorer.Ingen : Offices & Kontorer.Personale;

    /// <summary>
    /// Their own office; a leader also receives for an office the area lacks, and an admin does where there is no leader either.
    /// A board member never stands in: neighbours do not work cases. Nobody does through an app. A system or an app that may not read sees for no office.
    /// </summary>
    public static Viewer Of(Membership member, AreaFacts area)
    {
        var own = member.Kontor is { } kontor && Systems.MayRead(member) ? kontor.AsSet() : Kontorer.Ingen;
        var standsIn = member.Kontor != Kontor.Bestyrelseskontor && member.Leave is null
            && (member.Rolle == Rolle.Leder || (member.Rolle == Rolle.Admin && !area.HasLeader));
        return new Viewer(member, standsIn ? own | area.Missing : own) { WatchesSeals = Oversight.WatchesSeals(member, area.Members) };
    }

    /// <summary>The office this person acts for towards something that these offices have to do with; their own where it is among them.</summary>
    public Kontor? ActsFor(Kontorer offices)
    {
        var acting = Offices & offices;
        return Member.Kontor is { } own && acting.Has(own) ? own : acting == Kontorer.Ingen ? Member.Kontor : acting.Each().First();
    }
}
