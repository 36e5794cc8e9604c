namespace Hub.Web.Accounts;

/// <summary>A boligorganisation's own OpenID provider, at which its people sign in. The operator sets it up: whoever chooses it can come in as anybody there.</summary>
public sealed class AccountProvider
{
    public required Guid Tenant { get; init; }

    public required string Issuer { get; set; }

    public required string ClientId { get; set; }

    /// <summary>Sealed; <see cref="ProviderBook.Secret"/> opens it.</summary>
    public required string ClientSecret { get; set; }

    /// <summary>The domains of its people's e-mail addresses, separated by spaces.</summary>
    public required string Domains { get; set; }

    /// <summary>The values of acr and amr that stand for more than a password, separated by spaces.</summary>
    public required string Strong { get; set; }

    /// <summary>Whom its people are to it, among the accounts' outside sign-ins.</summary>
    public string LoginName => $"{Tenant} {Issuer}";

    public bool HasDomainOf(string email) => Domains.Split(' ').Contains(Emails.Domain(email), StringComparer.OrdinalIgnoreCase);

    public bool IsStrong(IEnumerable<string> values) => values.Intersect(Strong.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal).Any();
}
