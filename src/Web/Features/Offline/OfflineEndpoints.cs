using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Accounts;
using Hub.Web.Edge;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.Net.Http.Headers;

namespace Hub.Web.Features.Offline;

/// <summary>What a browser needs to keep a flag while it has no connection.</summary>
internal static class OfflineEndpoints
{
    public static void MapOffline(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sw.js", Script).AllowAnonymous();
        var offline = app.MapGroup(Shell.Address).RequireAuthorization(Policies.SignedIn);
        offline.MapGet("/adgang", Admit);
        offline.MapPost("/noegle", GiveKey);
    }

    // From the root, for its scope is all pages; asked for again each time, so that a new version is found at once.
    private static IResult Script(HttpContext http, IWebHostEnvironment environment, EndpointDataSource endpoints)
    {
        var assets = endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<ResourceAssetCollection>()).First(a => a is not null)!;
        var script = WorkerScript.Write(environment.WebRootFileProvider, assets);
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(script.Text, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{script.Hash}\"", isWeak: true));
    }

    /// <summary>Who is signed in, the areas where they flag as staff, and what their next form is recognised by.</summary>
    private static IResult Admit(HttpContext http, ITenantDirectory directory, IAntiforgery antiforgery) => Results.Json(new Admission(
        http.User.UserId(),
        antiforgery.GetAndStoreTokens(http).RequestToken!,
        [.. Layout.Place.Sorted(directory, http.User).Where(IsStaff).Select(m => directory.Omraade(m.OmraadeId)).OfType<Omraade>()
            .Select(o => new FlagPlace(o.Id, o.Name, o.Settings.DutyPhone))]));

    private static async Task<IResult> GiveKey(HttpContext http, IAntiforgery antiforgery, WaitingKeys keys) =>
        await antiforgery.IsRequestValidAsync(http)
            ? Results.Json(keys.Give(http.User.UserId(), (await http.Request.ReadFormAsync(http.RequestAborted))["sealed"]))
            : Results.BadRequest();

    private static bool IsStaff(Membership member) => member.Kontor is not (null or Kontor.Bestyrelseskontor);
}

/// <summary>Who may flag, and where.</summary>
internal sealed record Admission(Guid UserId, string Token, IReadOnlyList<FlagPlace> Omraader);

/// <summary>An area as the page without a connection names it.</summary>
internal sealed record FlagPlace(Guid Id, string Name, string? DutyPhone);
