using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>Counts password hashes: the dearest thing that a stranger can make Hub do, and what must not differ between an account that is there and one that is not.</summary>
internal sealed class CountedHasher(IOptions<PasswordHasherOptions> options, IMeterFactory meters) : PasswordHasher<HubUser>(options)
{
    public const string Meter = "Hub.Accounts";
    public const string Counter = "hub.password_hashes";

    private readonly Counter<long> hashes = meters.Create(Meter).CreateCounter<long>(Counter, "{hash}");

    public override string HashPassword(HubUser user, string password)
    {
        hashes.Add(1);
        return base.HashPassword(user, password);
    }

    public override PasswordVerificationResult VerifyHashedPassword(HubUser user, string hashedPassword, string providedPassword)
    {
        hashes.Add(1);
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
