using Hub.Contracts;
using Hub.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Demo;

/// <summary>One employee of the demo: invented, like everybody in it.</summary>
internal sealed record DemoPerson(string Role, string Tenant, string Name, Kontor? Kontor, Rolle Rolle)
{
    public string Email => $"{Role}@{Tenant}.example";

    public Guid Id => DemoIds.User(Email);

    public Employer Employer => Role == "boligsocial2" ? Employer.Kommune : Employer.Boligorganisation;
}

/// <summary>The accounts of the demo.</summary>
internal static class DemoPeople
{
    private const string Password = "Hub-demo-2026!";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        .. Of("nordbo", "Jens Mortensen", "Karin Holm", "Bente Skovgaard", "Amina Warsame", "Mikkel Ravn", "Lone Friis", "Torben Krag", "Sofie Lund"),
        .. Of("sydbo", "Henrik Dall", "Pia Vestergård", "Ole Bruun", "Nadja Petrovic", "Camilla Storm", "Rasmus Hede", "Birthe Kjær", "Asger Toft"),
    ];

    private static DemoPerson[] Of(string tenant, params string[] names) =>
    [
        new("ejendom", tenant, names[0], Kontor.Ejendomskontor, Rolle.Medarbejder),
        new("ejendomsleder", tenant, names[1], Kontor.Ejendomskontor, Rolle.Leder),
        new("bestyrelse", tenant, names[2], Kontor.Bestyrelseskontor, Rolle.Medarbejder),
        new("boligsocial", tenant, names[3], Kontor.BoligsocialtKontor, Rolle.Medarbejder),
        new("boligsocial2", tenant, names[4], Kontor.BoligsocialtKontor, Rolle.Medarbejder),
        new("leder", tenant, names[5], Kontor.BoligsocialtKontor, Rolle.Leder),
        new("dpo", tenant, names[6], null, Rolle.Dpo),
        new("admin", tenant, names[7], null, Rolle.Admin),
    ];

    /// <summary>Adds the accounts that are not there yet. One hash for all: they share the password, and hashing is slow on purpose.</summary>
    public static async Task AddAccounts(HubIdentityContext accounts, ILookupNormalizer normalizer, IPasswordHasher<HubUser> hasher, CancellationToken ct)
    {
        var there = await accounts.Users.Select(u => u.Id).ToHashSetAsync(ct);
        var missing = All.Where(p => !there.Contains(p.Id)).Select(p => Account(p, normalizer)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var hash = hasher.HashPassword(missing[0], Password);
        missing.ForEach(user => user.PasswordHash = hash);
        accounts.Users.AddRange(missing);
        await accounts.SaveChangesAsync(ct);
    }

    private static HubUser Account(DemoPerson person, ILookupNormalizer normalizer) => new()
    {
        Id = person.Id,
        Name = person.Name,
        UserName = person.Email,
        NormalizedUserName = normalizer.NormalizeName(person.Email),
        Email = person.Email,
        NormalizedEmail = normalizer.NormalizeEmail(person.Email),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };
}
