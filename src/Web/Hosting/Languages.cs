using Hub.Web.Layout;
using Microsoft.AspNetCore.Localization;

namespace Hub.Web.Hosting;

/// <summary>Danish, and English for those who chose it or whose browser asks for it.</summary>
internal static class Languages
{
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app)
    {
        var options = new RequestLocalizationOptions { ApplyCurrentCultureToResponseHeaders = true }
            .SetDefaultCulture("da").AddSupportedCultures("da", "en").AddSupportedUICultures("da", "en");
        options.RequestCultureProviders = [new CustomRequestCultureProvider(Chosen), new AcceptLanguageHeaderRequestCultureProvider()];
        return app.UseRequestLocalization(options);
    }

    private static Task<ProviderCultureResult?> Chosen(HttpContext http) =>
        Task.FromResult(Look.Of(http.Request).Language is { } language ? new ProviderCultureResult(language) : null);
}
