using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Hub.Web.Issuer;

/// <summary>What of the library is used, and how.</summary>
internal static class IssuerLibrary
{
    public static OpenIddictBuilder AddIssuerCore(this OpenIddictBuilder builder) => builder.AddCore(core =>
    {
        core.UseEntityFrameworkCore().UseDbContext<IssuerContext>().ReplaceDefaultEntities<IssuerClient, IssuerAuthorization, IssuerScope, IssuerToken, Guid>();
        core.ReplaceApplicationManager<IssuerClient, IssuerClients>();
    });

    public static OpenIddictBuilder AddIssuerServer(this OpenIddictBuilder builder, Settings settings) => builder.AddServer(server =>
    {
        server.SetIssuer(settings.PublicUrl);
        server.SetAuthorizationEndpointUris(Relative(AuthorizeEndpoint.Path)).SetTokenEndpointUris(Relative(TokenEndpoint.Path))
            .SetRevocationEndpointUris("oauth/revoke").SetIntrospectionEndpointUris("oauth/introspect");
        server.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowClientCredentialsFlow().RequireProofKeyForCodeExchange();
        server.SetAuthorizationCodeLifetime(Lifetimes.Code).SetAccessTokenLifetime(Lifetimes.Access).SetIdentityTokenLifetime(Lifetimes.Access)
            .SetRefreshTokenLifetime(Lifetimes.Refresh).DisableSlidingRefreshTokenExpiration().SetRefreshTokenReuseLeeway(null);
        // The API reads them, and an external issuer's are no more secret.
        server.DisableAccessTokenEncryption();
        // Scopes are areas and offices: which a client may have, Hub says itself (Given).
        server.DisableScopeValidation().IgnoreScopePermissions();
        server.DisableResourceValidation().IgnoreResourcePermissions().DisableAudienceValidation().IgnoreAudiencePermissions();
        server.RegisterScopes(Scopes.OfflineAccess);
        server.Configure(options =>
        {
            // A page that sends a form by itself needs a script, and a fragment is for apps without a code.
            options.ResponseModes.RemoveWhere(mode => mode != ResponseModes.Query);
            options.CodeChallengeMethods.RemoveWhere(method => method != CodeChallengeMethods.Sha256);
            options.PromptValues.RemoveWhere(prompt => prompt is not (PromptValues.None or PromptValues.Consent));
        });
        server.AddEventHandler(EndReplayed.Descriptor).AddEventHandler(EndedSession.Descriptor).AddEventHandler(EndRevoked.Descriptor);
        var web = server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableErrorPassthrough();
        if (settings.PublicUrl.IsLoopback)
        {
            web.DisableTransportSecurityRequirement();
        }
    });

    public static OpenIddictBuilder AddIssuerValidation(this OpenIddictBuilder builder, Settings settings) => builder.AddValidation(validation =>
    {
        validation.UseLocalServer();
        validation.UseAspNetCore();
        validation.AddAudiences(OAuth.Audience(settings));
        // A token that has been taken back is refused at the next call.
        validation.EnableTokenEntryValidation();
    });

    private static string Relative(string path) => path.TrimStart('/');
}
