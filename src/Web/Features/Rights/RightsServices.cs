namespace Hub.Web.Features.Rights;

internal static class RightsServices
{
    public static IServiceCollection AddRights(this IServiceCollection services) => services.AddScoped<Handout>();
}
