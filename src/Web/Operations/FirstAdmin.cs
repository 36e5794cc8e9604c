using System.Text.RegularExpressions;
using Hub.Contracts;
using Hub.Grains;
using Hub.Grains.Tenants;
using Hub.Storage;
using Hub.Web.Accounts;

namespace Hub.Web.Operations;

/// <summary>
/// The operator's way in: sets up a boligorganisation that has no administrator and prints a code that makes one.
/// Everybody else is invited by that administrator.
/// </summary>
internal static partial class FirstAdmin
{
    public const string Verb = "first-admin";

    public static async Task Run(string[] args, TextWriter output)
    {
        await using var app = Program.Build(args);
        var wish = Wish.Read(app.Configuration);
        await app.Services.GetRequiredService<HubStore>().Migrate();
        var directory = app.Services.GetRequiredService<TenantDirectory>();
        await directory.Follow(default);
        var tenant = await Tenant(directory, wish);
        if (tenant.Omraader.SelectMany(directory.Members).Any(m => m.Rolle == Rolle.Admin))
        {
            throw new SettingsException($"{wish.Slug} has an administrator already, who can invite others.");
        }

        await using var scope = app.Services.CreateAsyncScope();
        var code = await scope.ServiceProvider.GetRequiredService<InvitationBook>().Invite(Invitation(tenant, wish.Email), default);
        await output.WriteLineAsync($"Start Hub, open {new Uri(app.Services.GetRequiredService<Settings>().PublicUrl, "velkommen")} and give this code, once and within 14 days:");
        await output.WriteLineAsync(code);
    }

    private static async Task<TenantInfo> Tenant(TenantDirectory directory, Wish wish)
    {
        var id = Find()?.Id ?? Guid.NewGuid();
        await Send(new CreateTenant(wish.Slug, wish.Name));
        if (Find()!.Omraader.Count == 0)
        {
            await Send(new RegisterOmraade(Guid.NewGuid(), wish.Area, [], []));
        }

        return Find()!;

        TenantInfo? Find() => directory.Tenants.FirstOrDefault(t => t.Slug == wish.Slug);

        Task Send(TenantCommand command) => directory.Execute(id, Guid.Empty, new TenantRequest(Guid.NewGuid(), [], command), default);
    }

    private static Invitation Invitation(TenantInfo tenant, string email) => new()
    {
        Tenant = tenant.Id,
        OmraadeId = tenant.Omraader[0],
        Email = email,
        Name = "",
        Kontor = null,
        Rolle = Rolle.Admin,
        Employer = Employer.Boligorganisation,
        InvitedBy = Guid.Empty,
    };

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex Slug();

    private sealed record Wish(string Slug, string Name, string Area, string Email)
    {
        public static Wish Read(IConfiguration given)
        {
            var name = Text("name");
            return new Wish(
                FirstAdmin.Slug().IsMatch(Text("tenant")) ? Text("tenant") : throw new SettingsException("--tenant must be a short name of small letters, digits and dashes."),
                name,
                given["area"] is { Length: > 0 } area ? area : name,
                Emails.IsOne(Text("email")) ? Text("email") : throw new SettingsException("--email is not an e-mail address."));

            string Text(string option) => given[option]?.Trim() is { Length: > 0 and <= 200 } text ? text : throw new SettingsException($"--{option} is missing.");
        }
    }
}
