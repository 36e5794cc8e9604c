using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hub.Web.Accounts;

namespace Hub.Web.Layout;

/// <summary>The pages: rendered on the server, working without script.</summary>
internal static class Pages
{
    public static IServiceCollection AddPages(this IServiceCollection services, Settings settings)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = settings.CookieName("hub-form");
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = settings.CookiesAre;
            // The content security policy says it for every answer, and more strictly.
            options.SuppressXFrameOptionsHeader = true;
        });
        // Danish letters are written as they are, not as entities: a page of names is a fifth smaller.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        return services;
    }

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapRazorComponents<App>().RequireAuthorization(Policies.SignedIn);
        app.MapSignOut();
        app.MapLook();
        app.MapSessions();
        app.MapPasskeys();
        app.MapProviderSignIn();
    }
}
