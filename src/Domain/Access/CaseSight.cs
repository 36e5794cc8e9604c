using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Matters;
using Hub.Domain.Tasks;

namespace Hub.Domain.Access;

/// <summary>Which offices, and who in them, can see a case, a matter or a task, and whom a case is about.</summary>
public static class CaseSight
{
    /// <summary>How long a break-glass opening lasts.</summary>
    public static readonly TimeSpan UnsealLasts = TimeSpan.FromHours(4);

    /// <summary>The staffed offices with a relation to the case: flagged, holds, held, is asked to take.</summary>
    public static Kontorer Offices(Case c)
    {
        var offices = c.Kontor.AsSet() | c.Held | (c.Pending?.To.AsSet() ?? Kontorer.Ingen);
        foreach (var flagger in c.Flaggers)
        {
            offices |= flagger.Kontor.AsSet();
        }

        return offices & Kontorer.Personale;
    }

    public static Sight Of(Case c, Viewer viewer)
    {
        var offices = Offices(c) & viewer.StaffOffices;
        if (offices == Kontorer.Ingen)
        {
            return viewer.Member.Rolle == Rolle.Dpo ? Sight.Status : Sight.None;
        }

        if (c.Restriction is not null && !(viewer.IsLeader && offices.Has(c.Kontor)))
        {
            return Sight.Status;
        }

        return offices == Kontorer.Ejendomskontor && WithdrawnFromEjendomskontor(c) && !viewer.IsLeader && !c.Involves(viewer.UserId)
            ? Sight.Status
            : Sight.Full;
    }

    /// <summary>Who it is about: nobody stored, sealed, or open to the viewer now.</summary>
    public static IdentityState Identity(Case c, Viewer viewer, DateTimeOffset now) =>
        IdentityToOffices(c, viewer, now) is var state && state == IdentityState.Aaben && viewer.Member.NamesSealed ? IdentityState.Forseglet : state;

    /// <summary>The same for whoever sees for the viewer's offices and has signed in well enough.</summary>
    public static IdentityState IdentityToOffices(Case c, Viewer viewer, DateTimeOffset now)
    {
        if (c.People.All(p => p.IsForgotten))
        {
            return IdentityState.Ingen;
        }

        return Opening.FieldsToOffices(c, viewer, now) != IdentityFields.None ? IdentityState.Aaben : IdentityState.Forseglet;
    }

    /// <summary>When time alone takes something of the identity from the viewer; null when nothing does.</summary>
    public static DateTimeOffset? SealsAt(Case c, Viewer viewer, DateTimeOffset now)
    {
        var open = Opening.Fields(c, viewer, now);
        return c.UnsealedUntil.Values.Select(until => (DateTimeOffset?)until).Append(c.Basis.Expires).Where(end => end > now).Order()
            .FirstOrDefault(end => Opening.Fields(c, viewer, end!.Value) != open);
    }

    public static bool Sees(Matter m, Viewer viewer) => m.Sides.Overlaps(viewer.Offices);

    public static bool Sees(AreaTask t, WorkspaceState state, Viewer viewer) => Offices(t, state).Overlaps(viewer.Offices);

    /// <summary>The office that asked, the one that is asked, the holder of the case and the sides of the matter it is on.</summary>
    public static Kontorer Offices(AreaTask t, WorkspaceState state) =>
        t.From.AsSet() | t.Kontor.AsSet()
        | (t.CaseId is { } c && state.Case(c) is { } onCase ? onCase.Kontor.AsSet() : Kontorer.Ingen)
        | (t.MatterId is { } m && state.Matter(m) is { } onMatter ? onMatter.Sides : Kontorer.Ingen);

    /// <summary>Once another office works the case, its text stays with those of ejendomskontoret who flagged or worked it and their leader.</summary>
    private static bool WithdrawnFromEjendomskontor(Case c) =>
        c.Kontor != Kontor.Ejendomskontor && !c.Workers.IsEmpty && c.Pending?.To != Kontor.Ejendomskontor;
}
