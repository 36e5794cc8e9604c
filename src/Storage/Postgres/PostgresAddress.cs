using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>Reads <c>postgres://user:pw@host:port/db?sslmode=verify-full</c>.</summary>
internal static class PostgresAddress
{
    /// <exception cref="FormatException">Another shape; the message never holds the password.</exception>
    internal static NpgsqlConnectionStringBuilder Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql") || uri.AbsolutePath.Length < 2)
            throw new FormatException("HUB_DATABASE must be sqlite:PATH or postgres://user:pw@host:port/db.");
        var login = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port < 0 ? 5432 : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            Username = Uri.UnescapeDataString(login[0]),
            Password = login.Length > 1 ? Uri.UnescapeDataString(login[1]) : null,
        };
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)))
            Set(settings, Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[^1]));
        return settings;
    }

    private static void Set(NpgsqlConnectionStringBuilder settings, string name, string value)
    {
        try
        {
            // PostgreSQL's own tools write verify-full, the driver VerifyFull.
            settings[name] = name.Equals("sslmode", StringComparison.OrdinalIgnoreCase) ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new FormatException("HUB_DATABASE has a setting after its ? that there is not, or that takes no such value.");
        }
    }
}
