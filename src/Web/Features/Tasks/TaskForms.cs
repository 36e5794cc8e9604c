using Hub.Contracts;
using Hub.Web.Edge;

namespace Hub.Web.Features.Tasks;

/// <summary>A task is done where it stands: on the bridge or the agenda, which also says why it could not be.</summary>
internal static class TaskForms
{
    public static void MapTaskForms(this RouteGroupBuilder omraade) =>
        omraade.MapPost("/opgaver/{t:guid}/complete", (Guid o, Guid t, FormCall form) => form.Send(_ => new CompleteTask(t), _ => $"/omraader/{o}"));
}
