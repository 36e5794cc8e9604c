using System.Net;
using System.Text.RegularExpressions;
using Hub.Web.Demo;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;

namespace Hub.Cluster.Tests.Issuer;

/// <summary>An admin at the page of their boligorganisation's clients.</summary>
internal sealed partial class ClientPage(Browser admin, Guid tenant)
{
    public string Path { get; } = PathOf(tenant);

    public Browser Admin => admin;

    public static string PathOf(Guid tenant) => $"/administration/organisationer/{tenant}/klienter";

    public static async Task<ClientPage> Open(HubServer hub, string tenant) => new(await Browser.SignIn(hub, $"admin@{tenant}.example"), DemoIds.Tenant(tenant));

    /// <summary>Fills in the form; what the page then shows once.</summary>
    public async Task<Registered> Register(string name, string kind, string[] leave, string[]? places = null, string? uris = null)
    {
        await Fill(name, kind, leave, places, uris);
        return Shown();
    }

    public async Task<HttpStatusCode> Fill(string name, string kind, string[] leave, string[]? places = null, string? uris = null)
    {
        await admin.Open(Path);
        return await admin.SubmitTo(
            Path, [("name", name), ("kind", kind), .. leave.Select(l => ("leave", l)), .. (places ?? []).Select(p => ("places", p)), ("redirectUris", uris ?? "")]);
    }

    /// <summary>Presses a button of a client.</summary>
    public async Task<HttpStatusCode> Press(Registered client, string button)
    {
        await admin.Open(Path);
        return await admin.SubmitTo($"{Guid.ParseExact(client.Id["hub-".Length..], "N")}/{button}", []);
    }

    public Registered Shown()
    {
        var notice = Notice().Match(admin.Page).Value;
        var codes = Code().Matches(notice).Select(m => m.Groups[1].Value).ToList();
        return new Registered(codes[0], codes.Count > 2 ? codes[1] : null);
    }

    [GeneratedRegex("<div class=\"notice done\".*?</dl>", RegexOptions.Singleline)]
    private static partial Regex Notice();

    [GeneratedRegex("<code>([^<]*)</code>")]
    private static partial Regex Code();
}
