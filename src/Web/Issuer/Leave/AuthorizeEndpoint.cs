using System.Globalization;
using Hub.Grains;
using Hub.Web.Accounts;
using Hub.Web.Edge;
using Hub.Web.Hosting;
using Hub.Web.Layout;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Reason = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace Hub.Web.Issuer;

/// <summary>
/// Where an app sends a person to be let in. The library has checked the client, its address and its challenge; here the person, what they may let the app do,
/// and that they say so themselves: with a form of this page, whatever they have said before.
/// </summary>
internal sealed class AuthorizeEndpoint(ClientBook clients, LeaveBook leave, SessionBook sessions, ITenantDirectory directory, IAntiforgery antiforgery, TimeProvider clock, Settings settings)
{
    public const string Path = "/oauth/authorize";

    /// <summary>The answer's field in the form.</summary>
    public const string AnswerField = "svar";

    public const string Yes = "ja";

    public const string No = "nej";

    public static async Task<IResult> Answer(HttpContext http, AuthorizeEndpoint endpoint)
    {
        // Only who sits at a browser may let an app in; another app's token lets in nobody.
        http.User = (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal ?? new();
        return http.GetOpenIddictServerRequest() is { } request && http.GetOpenIddictServerResponse() is null
            ? await endpoint.Answer(http, request, http.RequestAborted)
            : Refused("BadRequest", StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> Answer(HttpContext http, OpenIddictRequest request, CancellationToken ct)
    {
        if (http.User.Identity?.IsAuthenticated != true || SessionBook.IdOf(http.User) is not { } id || await sessions.Find(id, ct) is not { } session)
        {
            return request.HasPromptValue(PromptValues.None) ? OAuth.Refuse(Reason.LoginRequired)
                : HttpMethods.IsGet(http.Request.Method) ? Results.Challenge(null, [IdentityConstants.ApplicationScheme])
                : Refused("BadRequest", StatusCodes.Status400BadRequest);
        }

        if (request.MaxAge is { } most && clock.GetUtcNow() - session.StartedAt > TimeSpan.FromSeconds(most))
        {
            return OAuth.Refuse(Reason.LoginRequired);
        }

        return await clients.Find(request.ClientId, ct) is not { } client ? OAuth.Refuse(Reason.InvalidClient)
            : !client.May.IsApp || Given.IsTooMuch(request.GetScopes(), client.Tenant.Slug, client.May) ? OAuth.Refuse(Reason.InvalidScope)
            : await Answer(http, request, client, session, ct);
    }

    private async Task<IResult> Answer(HttpContext http, OpenIddictRequest request, KnownClient client, AccountSession session, CancellationToken ct)
    {
        var asked = OAuth.Asked(request.GetScopes());
        var places = directory.In(http.User, client.Client.Tenant).ToList();
        var scopes = Given.ToApp(asked, client.Tenant.Slug, client.May, places);
        if (scopes.Count == 0)
        {
            // What was asked for is not the person's to give.
            return OAuth.Refuse(asked.Count == 0 ? Reason.AccessDenied : Reason.InvalidScope);
        }

        var known = await leave.Has(session.UserId, client.Client, scopes, ct);
        if (request.HasPromptValue(PromptValues.None))
        {
            // Anybody can come by a public client's name and answer at its scheme or its port: only the person at the page can tell.
            return known && !ClientBook.IsMobile(client.Client) ? Give(request, scopes, session) : OAuth.Refuse(Reason.ConsentRequired);
        }

        if (HttpMethods.IsGet(http.Request.Method))
        {
            return Ask(http, request, client, scopes, known);
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Refused("BadRequest", StatusCodes.Status400BadRequest);
        }

        if ((string?)http.Request.Form[AnswerField] != Yes)
        {
            return OAuth.Refuse(Reason.AccessDenied);
        }

        await leave.Keep(session.UserId, client.Client, scopes, ct);
        return Give(request, scopes, session);
    }

    private IResult Give(OpenIddictRequest request, IReadOnlyList<string> scopes, AccountSession session) => OAuth.Give(
        session.UserId.ToString(), [.. request.GetScopes().Except(OAuth.Asked(request.GetScopes())), .. scopes], settings,
        signedInAt: session.StartedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), letIn: new(SessionBook.ClaimType, session.Id.ToString()));

    private static IResult Ask(HttpContext http, OpenIddictRequest request, KnownClient client, IReadOnlyList<string> scopes, bool known)
    {
        if (Uri.TryCreate(request.RedirectUri, UriKind.Absolute, out var back))
        {
            http.LetFormsLeadTo(back);
        }

        return new ShownPage(typeof(LadAppenInd), new()
        {
            [nameof(LadAppenInd.App)] = client,
            [nameof(LadAppenInd.Scopes)] = scopes.Select(Scope.Read).OfType<Scope>().ToList(),
            [nameof(LadAppenInd.Known)] = known,
            [nameof(LadAppenInd.Back)] = back,
            [nameof(LadAppenInd.Fields)] = request.GetParameters().Select(p => (p.Key, Value: (string?)p.Value)).Where(p => p.Value is not null).ToList(),
        }).Result(StatusCodes.Status200OK);
    }

    private static IResult Refused(string word, int status) =>
        new ShownPage(typeof(Refused), new() { [nameof(Layout.Refused.Message)] = IssuerWords.Text[word] }).Result(status);
}
