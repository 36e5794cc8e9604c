using Hub.Storage;
using Hub.Web.Accounts;
using Hub.Web.Edge;
using Hub.Web.Features.Administration;
using Hub.Web.Hosting;
using Hub.Web.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace Hub.Web.Issuer;

/// <summary>Hub as the issuer of tokens for other systems and for apps that act for people.</summary>
internal static class IssuerServices
{
    public static void AddIssuer(this WebApplicationBuilder builder, Settings settings)
    {
        // At lower levels the library writes down what it is asked, with ids and addresses.
        builder.Logging.AddFilter("OpenIddict", LogLevel.Warning);
        var services = builder.Services;
        services.AddScoped(s => IssuerContext.Open(s.GetRequiredService<HubStore>()));
        services.AddSingleton<IssuerKeyBook>().AddSingleton<IssuerKeyRing>()
            .AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(s => s.GetRequiredService<IssuerKeyRing>())
            .AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(s => s.GetRequiredService<IssuerKeyRing>())
            .AddSingleton<IOptionsChangeTokenSource<OpenIddictValidationOptions>>(s => s.GetRequiredService<IssuerKeyRing>());
        services.AddSingleton<IssuerWatch>().AddHostedService(s => s.GetRequiredService<IssuerWatch>()).AddSingleton<IBeforeServing>(s => s.GetRequiredService<IssuerWatch>());
        services.AddSingleton<IOwnIssuer, OwnIssuer>().AddSingleton<IssuerLimits>();
        services.AddScoped<Grants>().AddScoped<ClientBook>().AddScoped<LeaveBook>().AddScoped<TokenEndpoint>().AddScoped<AuthorizeEndpoint>();
        services.AddSingleton(new PagePart(typeof(Profile), typeof(LetInList))).AddSingleton(new PagePart(typeof(Administration), typeof(ClientsLink)));
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, IssuedTokens>(IssuedTokens.SchemeName, null);
        services.AddOpenIddict().AddIssuerCore().AddIssuerServer(settings).AddIssuerValidation(settings);
    }

    public static void MapIssuer(this WebApplication app)
    {
        app.MapMethods(AuthorizeEndpoint.Path, [HttpMethods.Get, HttpMethods.Post], AuthorizeEndpoint.Answer).AllowAnonymous();
        app.MapPost(TokenEndpoint.Path, TokenEndpoint.Answer).AllowAnonymous();
        app.MapLeave();
        var administration = app.MapGroup("/administration").RequireAuthorization(Policies.SignedIn).AddEndpointFilter<FormFilter>().AddEndpointFilter<AdministrationFilter>();
        administration.MapClientForms();
    }
}
