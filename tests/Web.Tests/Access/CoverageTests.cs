using System.Text.RegularExpressions;
using Hub.Web.Live;

namespace Hub.Web.Tests.Access;

/// <summary>Nothing is served that the matrix does not ask about, or that does not stand here with the test that does.</summary>
public sealed partial class CoverageTests
{
    /// <summary>Not about anything of an area: signing in, one's own settings, health, and addresses that lead nowhere.</summary>
    private static readonly HashSet<string> Personal =
    [
        "* /api/{**rest}", "* /hubs/workspace", "* /hubs/workspace/negotiate", "GET /_framework/opaque-redirect", "GET /api/v1/me", "GET /health/live",
        "GET /health/ready", "GET,POST /", "GET,POST /ikke-fundet", "GET,POST /login", "GET,POST /profil", "GET,POST /{*sti}", "POST /api/v1/login",
        "POST /api/v1/refresh", "POST /logout", "POST /profil/udseende", "GET,POST /profil/adgangskode", "GET,POST /profil/kodeapp",
        "GET /sw.js", "GET,POST /uden-forbindelse", "GET /uden-forbindelse/adgang", "POST /uden-forbindelse/noegle",
        "POST /profil/sessioner/slut", "POST /profil/sessioner/{id}/slut", "GET,POST /velkommen", "GET,POST /drift",
        "GET,POST /profil/adgangsnoegler", "POST /profil/adgangsnoegler/ny", "POST /login/adgangsnoegle", "GET,POST /login/organisation",
        "GET /login/organisation/{slug}", "GET /login/svar",
    ];

    /// <summary>The one role that each is for, and all others, are asked in AdministrationPageTests, DeletionPageTests, AccessLogTests and RightsTests.</summary>
    private static readonly HashSet<string> OfOneRole =
    [
        "GET,POST /administration", "GET,POST /administration/{o}", "POST /administration/organisationer/{tenant}/omraader",
        "POST /administration/{o}/invitationer", "POST /administration/{o}/invitationer/{id}/slet", "POST /administration/{o}/medlemmer/{u}",
        "POST /administration/{o}/medlemmer/{u}/slut", "GET /api/v1/omraader/{o}/access-log", "GET /api/v1/omraader/{o}/cases/{c}/access-log",
        "GET /api/v1/omraader/{o}/anmodninger/{a}", "GET /api/v1/omraader/{o}/anmodninger/{a}/indsigt", "GET,POST /omraader/{o}/rettigheder",
        "GET,POST /omraader/{o}/anmodninger/{a}", "GET,POST /omraader/{o}/anmodninger/{a}/udlevering", "POST /omraader/{o}/anmodninger/{a}/slet",
        "GET,POST /omraader/{o}/sletning", "GET,POST /administration/organisationer/{tenant}/sletteregler",
        "POST /administration/organisationer/{tenant}/sletteregler", "GET,POST /omraader/{o}/adgang", "GET,POST /omraader/{o}/sager/{c}/adgang",
    ];

    /// <summary>A receipt lies under an id of its sender's own (FlagFormTests), a draft under its writer (DraftTests); what lies ahead of a flag is kept nowhere.</summary>
    private static readonly HashSet<string> OwnToTheSender =
    [
        "GET,POST /omraader/{o}/meld/{k}", "POST /omraader/{o}/meld/{k}/calls", "POST /omraader/{o}/meld/{k}/underretning",
        "POST /omraader/{o}/meld/kladde", "POST /omraader/{o}/meld/kladde/slet", "POST /omraader/{o}/meld/videre",
    ];

    [Fact]
    public void Every_endpoint_stands_in_the_matrix_or_is_excused_by_name()
    {
        var covered = Matrix.Cells.Select(c => c.Call).Distinct()
            .SelectMany(call => Calls.Forms(call).Select(f => $"POST /omraader/{{o}}/{f}").Prepend($"{Calls.Method(call)} /api/v1/omraader/{{o}}/{Calls.Pattern(call)}"))
            .Concat(PageMatrix.Pages).Concat(PageMatrix.Fragments.Select(f => $"GET /omraader/{{o}}/{f}"))
            .Concat(Personal).Concat(OwnToTheSender).Concat(OfOneRole).Select(Plain).ToHashSet();

        var served = File.ReadLines("Endpoints.approved.txt").Select(l => Plain(Policy().Replace(l, "")))
            .Where(l => !(l.StartsWith("POST /omraader/{o}/sager/", StringComparison.Ordinal) && Draft().IsMatch(l)));

        var unasked = served.Except(covered).ToList();
        Assert.True(unasked.Count == 0, string.Join('\n', unasked));
    }

    [Fact]
    public void Every_method_of_the_live_hub_stands_in_the_matrix() => Assert.Equal(
        LiveMatrixTests.Methods.Order(StringComparer.Ordinal),
        typeof(WorkspaceHub).GetMethods().Where(m => m.DeclaringType == typeof(WorkspaceHub) && m.GetBaseDefinition() == m).Select(m => m.Name).Order(StringComparer.Ordinal));

    private static string Plain(string line) => Spaces().Replace(line.Replace(":guid", "", StringComparison.Ordinal).Replace(":long", "", StringComparison.Ordinal).Replace("{userId}", "{u}", StringComparison.Ordinal), " ").TrimEnd('/', ' ');

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();

    [GeneratedRegex("  (SignedIn|AllowAnonymous)$")]
    private static partial Regex Policy();

    [GeneratedRegex("/kladde(/slet)?$")]
    private static partial Regex Draft();
}
