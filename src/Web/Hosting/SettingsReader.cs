using System.Globalization;
using System.Net;
using Hub.Web.Accounts;

namespace Hub.Web.Hosting;

/// <summary>Reads HUB_* and says in one line what is wrong.</summary>
internal static class SettingsReader
{
    private const string Sqlite = "sqlite:";

    public static Settings Read(IConfiguration configuration)
    {
        var demo = Switch(configuration, "HUB_DEMO", false);
        var given = Given(configuration, "HUB_DATABASE");
        var folder = Folder(configuration);
        var (database, owner) = Addresses(configuration);
        var urls = Urls(Given(configuration, "HUB_URLS") ?? "http://localhost:5080");
        if (demo && urls.FirstOrDefault(u => !u.IsLoopback) is { } open)
        {
            throw new SettingsException($"HUB_DEMO=true binds loopback addresses only, and HUB_URLS names {open.Host}.");
        }

        return new Settings
        {
            DataFolder = folder,
            Database = database,
            DatabaseOwner = owner,
            Erasures = Path.GetFullPath(Given(configuration, "HUB_ERASURES") ?? Path.Combine(folder, "erasures")),
            ErasuresAreOwn = Given(configuration, "HUB_ERASURES") is null && !database.StartsWith(Sqlite, StringComparison.Ordinal),
            Urls = urls,
            PublicUrl = Given(configuration, "HUB_PUBLIC_URL") is { } address ? HttpUrl("HUB_PUBLIC_URL", address) : urls[0],
            Demo = demo,
            TenantKey = Given(configuration, "HUB_TENANT_KEY") ?? OwnKey(folder, given, urls),
            OperatorToken = Token(Given(configuration, "HUB_OPERATOR_TOKEN")),
            RequireMfa = Switch(configuration, "HUB_REQUIRE_MFA", !demo),
            RateLimits = Limits(Given(configuration, "HUB_RATE_LIMITS"), demo),
            MostRequests = Number(configuration, "HUB_MOST_REQUESTS", 512, 1, 100_000),
            MostConnections = Number(configuration, "HUB_MOST_CONNECTIONS", 5000, 1, 1_000_000),
            Drain = TimeSpan.FromSeconds(Number(configuration, "HUB_DRAIN", 0, 0, 120)),
            ClockOff = ClockOff(configuration, demo),
            Cluster = Given(configuration, "HUB_CLUSTER"),
            WakeUps = Switch(configuration, "HUB_WAKE_UPS", true),
            TrustedProxies = Networks(Given(configuration, "HUB_TRUSTED_PROXIES")),
            JwtAuthority = Given(configuration, "HUB_JWT_AUTHORITY") is { } issuer ? Issuer("HUB_JWT_AUTHORITY", issuer) : null,
            JwtAudience = Audience(configuration),
            Assurance = Assured(configuration),
        };
    }

    /// <summary>The database, and its owner where another login migrates than the one that works.</summary>
    public static (string Database, string? Owner) Addresses(IConfiguration configuration) =>
        (Given(configuration, "HUB_DATABASE") ?? $"{Sqlite}{Path.Combine(Folder(configuration), "hub.db")}", Given(configuration, "HUB_DATABASE_OWNER"));

    private static string Folder(IConfiguration configuration) =>
        Path.GetFullPath(Given(configuration, "HUB_DATA") ?? FolderOf(Given(configuration, "HUB_DATABASE")) ?? ".hub");

    /// <summary>Beside its database a key is only for one machine that serves itself; whoever serves others keeps it elsewhere.</summary>
    private static string OwnKey(string folder, string? database, Uri[] urls) =>
        (database is null || FolderOf(database) is not null) && urls.All(u => u.IsLoopback)
            ? TenantKeyFile.ReadOrMake(folder)
            : throw new SettingsException("HUB_TENANT_KEY must be set: id:base64 of 32 random bytes.");

    private static string? FolderOf(string? database) =>
        database?.StartsWith(Sqlite, StringComparison.Ordinal) == true ? Path.GetDirectoryName(Path.GetFullPath(database[Sqlite.Length..])) : null;

    private static string? Given(IConfiguration configuration, string name) => configuration[name] is { Length: > 0 } value ? value : null;

    private static Uri[] Urls(string value) => List(value, ';') is { Length: > 0 } urls
        ? [.. urls.Select(u => HttpUrl("HUB_URLS", u))]
        : throw new SettingsException("HUB_URLS names no address.");

    private static Uri HttpUrl(string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new SettingsException($"{name} must be an http or https address.");

    private static string? Token(string? value) => value is null or { Length: >= 20 }
        ? value
        : throw new SettingsException("HUB_OPERATOR_TOKEN must have 20 characters or more.");

    /// <summary>Keys that come by http come from anybody, save on this machine.</summary>
    public static Uri Issuer(string name, string value) => HttpUrl(name, value) is var url && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback)
        ? url
        : throw new SettingsException($"{name} must be an https address.");

    private static string? Audience(IConfiguration configuration) =>
        (Given(configuration, "HUB_JWT_AUTHORITY"), Given(configuration, "HUB_JWT_AUDIENCE")) switch
        {
            (not null, null) => throw new SettingsException("HUB_JWT_AUDIENCE must be set where HUB_JWT_AUTHORITY is: a token for another system is none for Hub."),
            var (_, audience) => audience,
        };

    private static Assurance Assured(IConfiguration configuration)
    {
        var assurance = new Assurance(List(Given(configuration, "HUB_ASSURANCE"), ','), Given(configuration, "HUB_ASSURANCE_LOCAL"));
        return assurance.Demanded.Concat([assurance.Local ?? ""]).Any(v => v.Contains(' ', StringComparison.Ordinal))
            ? throw new SettingsException("HUB_ASSURANCE and HUB_ASSURANCE_LOCAL must be values without spaces, HUB_ASSURANCE several separated by commas.")
            : assurance;
    }

    private static bool Limits(string? value, bool demo) => value switch
    {
        null => !demo,
        "default" => true,
        "off" => false,
        _ => throw new SettingsException("HUB_RATE_LIMITS must be default or off."),
    };

    private static bool Switch(IConfiguration configuration, string name, bool unset) => Given(configuration, name) switch
    {
        null => unset,
        var value when bool.TryParse(value, out var on) => on,
        _ => throw new SettingsException($"{name} must be true or false."),
    };

    private static int Number(IConfiguration configuration, string name, int unset, int least, int most) => Given(configuration, name) switch
    {
        null => unset,
        var value when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        _ => throw new SettingsException(string.Create(CultureInfo.InvariantCulture, $"{name} must be a number from {least} to {most}.")),
    };

    private static TimeSpan ClockOff(IConfiguration configuration, bool demo)
    {
        const string name = "HUB_TEST_CLOCK_OFF";
        var seconds = Number(configuration, name, 0, -3600, 3600);
        return seconds == 0 || demo ? TimeSpan.FromSeconds(seconds) : throw new SettingsException($"{name} is for tests, with HUB_DEMO=true.");
    }

    private static IPNetwork[] Networks(string? value) =>
    [
        .. List(value, ',').Select(n => IPNetwork.TryParse(n, out var network)
            ? network
            : throw new SettingsException("HUB_TRUSTED_PROXIES must be networks like 10.0.0.0/8, separated by commas.")),
    ];

    private static string[] List(string? value, char separator) =>
        (value ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
