using Hub.Web.Accounts;
using Hub.Web.Edge;
using Hub.Web.Features.Administration;
using Hub.Web.Features.Cases;
using Hub.Web.Features.Deletion;
using Hub.Web.Features.Flags;
using Hub.Web.Features.Handovers;
using Hub.Web.Features.Matters;
using Hub.Web.Features.Offline;
using Hub.Web.Features.Rights;
using Hub.Web.Features.Tasks;
using Hub.Web.Hosting;

namespace Hub.Web.Features;

/// <summary>What the pages' forms are sent to: what every one shares stands here, the forms themselves in their features.</summary>
internal static class Forms
{
    public static void MapForms(this IEndpointRouteBuilder app)
    {
        // Before the page at the same address, which would take a POST as well.
        var omraade = app.MapGroup("/omraader/{o:guid}").WithOrder(-1).RequireAuthorization(Policies.SignedIn)
            .AddEndpointFilter<FormFilter>().AddEndpointFilter<MembershipFilter>();
        omraade.MapCaseForms();
        omraade.MapFlagForms();
        omraade.MapHandoverForms();
        omraade.MapMatterForms();
        omraade.MapTaskForms();
        omraade.MapRightsForms();

        var administration = app.MapGroup("/administration").WithOrder(-1).RequireAuthorization(Policies.SignedIn)
            .AddEndpointFilter<FormFilter>().AddEndpointFilter<AdministrationFilter>();
        administration.MapAdministrationForms();
        administration.MapDeletionForms();
    }

    public static IServiceCollection AddForms(this IServiceCollection services) =>
        services.AddRights().AddSingleton<FormTimes>().AddSingleton<FormDrafts>().AddScoped<PageForms>().AddScoped<AnsweredHandovers>().AddScoped<DeletionReading>().AddSingleton<Acquaintances>()
            .AddSingleton<WaitingKeys>().AddHostedService<DraftSweep>();
}
