using Hub.Grains;
using Hub.Web.Accounts;
using Hub.Web.Edge;
using Hub.Web.Errors;
using Hub.Web.Json;

namespace Hub.Web.Features.Cases;

/// <summary>A case as its reader may see it.</summary>
internal static class CaseReading
{
    public static async Task<IResult> Read(Guid c, Call call, HttpResponse response, IBoligomraader omraader, EmployeeNames names)
    {
        var answer = await omraader.ReadCase(call.Member, c, call.Cancelled);
        if (answer is { Board: { } flag })
        {
            return Results.Json(flag);
        }

        if (answer is not { Staff: { } view })
        {
            return Problem.NotFound;
        }

        response.Headers.ETag = $"\"{view.Seq}\"";
        return new Flat(view, await names.Of(People.Of(view), call.Cancelled));
    }
}
