using Hub.Contracts;
using Hub.Web.Edge;

namespace Hub.Web.Features.Tasks;

internal static class TaskEndpoints
{
    public static void MapTasks(this RouteGroupBuilder omraade)
    {
        omraade.MapPost("/tasks", (Call call) => call.Create(Read));

        var task = omraade.MapGroup("/tasks/{t:guid}");
        task.MapPost("/complete", (Guid t, Call call) => call.Send(_ => new CompleteTask(t)));
        task.MapPost("/reopen", (Guid t, Call call) => call.Send(_ => new ReopenTask(t)));
        task.MapPost("/assign", (Guid t, Call call) => call.Send(f => new AssignTask(t, f.Id("userId"))));
    }

    public static CreateTask Read(Fields f) => new(
        f.Text("title", Limits.Title), f.Choice<Kontor>("kontor"), f.IdOrNull("caseId"), f.IdOrNull("matterId"), f.IdOrNull("assignee"), f.TimeOrNull("due"));
}
