namespace Hub.Web.Hosting;

/// <summary>Hub's own issuer of tokens, in a build for clusters that belongs to one.</summary>
internal static class OwnIssuerSetup
{
    public static void AddOwnIssuer(this WebApplicationBuilder builder, Settings settings)
    {
#if CLUSTER
        if (settings.Cluster is not null)
        {
            Issuer.IssuerServices.AddIssuer(builder, settings);
        }
#endif
    }

    /// <summary>Its limits; before authentication, where it answers.</summary>
    public static IApplicationBuilder UseOwnIssuer(this IApplicationBuilder app)
    {
#if CLUSTER
        if (app.ApplicationServices.GetService<Issuer.IssuerLimits>() is { } limits)
        {
            app.Use((http, next) => limits.Run(http, readable => Issuer.ReadableRequests.Run(readable, next)));
        }
#endif
        return app;
    }

    public static void MapOwnIssuer(this WebApplication app)
    {
#if CLUSTER
        if (app.Services.GetService<Accounts.IOwnIssuer>() is not null)
        {
            Issuer.IssuerServices.MapIssuer(app);
        }
#endif
    }
}
