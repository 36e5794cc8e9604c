using Hub.Grains.Tenants;
using Hub.Storage;
using Hub.Web.Accounts;
using Hub.Web.Hosting;

namespace Hub.Web.Operations;

/// <summary>
/// The operator's hand on where a boligorganisation's people may sign in besides Hub. Not an administrator's: whoever chooses the provider
/// can come in as any of its people, also as those who oversee the administrator.
/// </summary>
internal static class SignInProvider
{
    public const string Verb = "sign-in-provider";

    public static async Task Run(string[] args, TextWriter output)
    {
        await using var app = Program.Build(args);
        var given = app.Configuration;
        await app.Services.GetRequiredService<HubStore>().Migrate();
        var directory = app.Services.GetRequiredService<TenantDirectory>();
        await directory.Follow(default);
        var slug = Text("tenant");
        var tenant = directory.Tenants.FirstOrDefault(t => t.Slug == slug)?.Id ?? throw new SettingsException($"There is no boligorganisation {slug}.");
        await using var scope = app.Services.CreateAsyncScope();
        var providers = scope.ServiceProvider.GetRequiredService<ProviderBook>();
        if (given["remove"] == "true")
        {
            await providers.Remove(tenant, default);
            await output.WriteLineAsync($"{slug} has no sign-in provider of its own any more.");
            return;
        }

        var issuer = SettingsReader.Issuer("--issuer", Text("issuer")).OriginalString;
        var domains = List(Text("domains"));
        await providers.Keep(tenant, seal => new AccountProvider
        {
            Tenant = tenant,
            Issuer = issuer,
            ClientId = Text("client-id"),
            ClientSecret = seal(given["HUB_CLIENT_SECRET"] is { Length: > 0 } secret ? secret : throw new SettingsException("HUB_CLIENT_SECRET must be set: the secret that the provider has given Hub.")),
            Domains = domains,
            Strong = List(given["strong"] ?? ""),
        }, default);
        await output.WriteLineAsync($"The provider must know this address of Hub's: {scope.ServiceProvider.GetRequiredService<ProviderTalk>().ReturnAddress}");

        string Text(string option) => given[option]?.Trim() is { Length: > 0 and <= 400 } text ? text : throw new SettingsException($"--{option} is missing.");
    }

    private static string List(string values) => string.Join(' ', values.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
