using Hub.Grains;
using Hub.Grains.Tenants;
using Hub.Storage;

namespace Hub.Web.Operations;

/// <summary>
/// The end of a boligorganisation: its key and every key under it are dropped, so that nothing about its people can be read again, and everybody
/// in it loses access. There is no way back, so its short name must be given twice.
/// </summary>
internal static class EndTenant
{
    public const string Verb = "end-tenant";

    public static async Task Run(string[] args, TextWriter output)
    {
        await using var app = Program.Build(args);
        var slug = app.Configuration["tenant"]?.Trim();
        var store = app.Services.GetRequiredService<HubStore>();
        await store.Migrate();
        var directory = app.Services.GetRequiredService<TenantDirectory>();
        await directory.Follow(default);
        var tenant = directory.Tenants.FirstOrDefault(t => t.Slug == slug) ?? throw new SettingsException("--tenant names no boligorganisation.");
        if (app.Configuration["confirm"] != slug)
        {
            throw new SettingsException($"This cannot be undone. To end {tenant.Name} and forget everything about its people, add --confirm {slug}.");
        }

        await End(store.Erasures, directory, tenant.Id);
        await store.Erasures.TendKeys(default);
        await output.WriteLineAsync($"{tenant.Name} has ended: its keys are dropped and nobody has access to it. Backups of the keys must go too.");
    }

    /// <summary>Keys first: whoever is interrupted finds the boligorganisation still there and ends it again.</summary>
    internal static async Task End(IErasures erasures, ITenantDirectory directory, Guid tenant)
    {
        await erasures.EndTenant(tenant, default);
        await directory.End(tenant, default);
    }
}
