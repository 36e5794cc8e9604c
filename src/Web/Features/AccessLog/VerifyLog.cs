using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Hub.Storage;
using Hub.Web.Hosting;

namespace Hub.Web.Features.AccessLog;

/// <summary>
/// <c>./hub verify-log</c>: one line on whether the access log is as Hub wrote it, and the exit code that goes with it.
/// <c>--log FILE</c> names a log of the operator's, whose heads must still be a part of the chains.
/// </summary>
internal static partial class VerifyLog
{
    public const string Verb = "verify-log";

    public static async Task<int> Run(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var settings = SettingsReader.Read(configuration);
        var known = configuration["log"] is { Length: > 0 } file ? Heads(await File.ReadAllTextAsync(file)) : [];
        try
        {
            return Tell(await HubStore.VerifyAccessLog(settings.Database, TenantKeyRing.Parse(settings.TenantKey), known), known.Length);
        }
        catch (CryptographicException e)
        {
            throw new SettingsException(e.Message);
        }
    }

    private static int Tell(IReadOnlyList<AccessCheck> checks, int known)
    {
        var damaged = checks.Where(c => c.Damage != AccessDamage.None).ToList();
        Console.WriteLine(damaged.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"access log in order: {checks.Sum(c => c.Rows)} rows, {known} known heads")
            : $"access log DAMAGED: {string.Join("; ", damaged.Select(Sentence))}");
        return damaged.Count == 0 ? 0 : 1;
    }

    private static string Sentence(AccessCheck check) => string.Create(CultureInfo.InvariantCulture, $"{check.Tenant} row {check.Rows + 1} {What(check.Damage)}");

    private static string What(AccessDamage damage) => damage switch
    {
        AccessDamage.Changed => "is changed",
        AccessDamage.Missing => "is missing",
        AccessDamage.CutOff => "and what followed is cut off",
        _ => "or later: the head is not one that Hub wrote",
    };

    private static AccessHead[] Heads(string log) =>
        [.. Head().Matches(log).Select(m => new AccessHead(Guid.Parse(m.Groups[1].Value), long.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture), m.Groups[3].Value))];

    [GeneratedRegex("Access log head ([0-9a-f-]{36}) ([0-9]{1,18}) ([0-9a-f]{64})")]
    private static partial Regex Head();
}
