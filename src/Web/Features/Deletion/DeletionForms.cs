using Hub.Contracts;
using Hub.Web.Edge;
using Hub.Web.Layout;

namespace Hub.Web.Features.Deletion;

internal static class DeletionForms
{
    public static void MapDeletionForms(this RouteGroupBuilder administration) =>
        administration.MapPost("/organisationer/{tenant:guid}/sletteregler", (Guid tenant, FormCall form) => form.SendToTenant(
            f => new ChangeSletteregler(SletteregelFields.Read(f)),
            $"/omraader/{form.Member.OmraadeId}/sletning",
            new ShownPage(typeof(SletteregelEditor), new() { [nameof(SletteregelEditor.Tenant)] = tenant })));
}
