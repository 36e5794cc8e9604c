using Hub.Contracts;

namespace Hub.Domain.Tests.Workspaces;

/// <summary>The people of one boligområde, one per role, and a second employee of each staffed office.</summary>
internal static class Cast
{
    public static readonly Guid Tenant = Id(100);
    public static readonly Guid Omraade = Id(101);

    public static readonly Membership Vicevaert = Of(1, Kontor.Ejendomskontor);
    public static readonly Membership Kollega = Of(2, Kontor.Ejendomskontor);
    public static readonly Membership Ejendomsleder = Of(3, Kontor.Ejendomskontor, Rolle.Leder);
    public static readonly Membership Bestyrelse = Of(4, Kontor.Bestyrelseskontor);
    public static readonly Membership Formand = Of(5, Kontor.Bestyrelseskontor, Rolle.Leder);
    public static readonly Membership Boligsocial = Of(6, Kontor.BoligsocialtKontor);
    public static readonly Membership Boligsocial2 = Of(7, Kontor.BoligsocialtKontor, employer: Employer.Kommune);
    public static readonly Membership Leder = Of(8, Kontor.BoligsocialtKontor, Rolle.Leder);
    public static readonly Membership Dpo = Of(9, null, Rolle.Dpo);
    public static readonly Membership Admin = Of(10, null, Rolle.Admin);

    public static IReadOnlyList<Membership> Everyone { get; } =
        [Vicevaert, Kollega, Ejendomsleder, Bestyrelse, Formand, Boligsocial, Boligsocial2, Leder, Dpo, Admin];

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    private static Membership Of(int id, Kontor? kontor, Rolle rolle = Rolle.Medarbejder, Employer employer = Employer.Boligorganisation) =>
        new(Tenant, Omraade, Id(id), kontor, rolle, employer);
}
