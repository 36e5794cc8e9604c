using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Hub.Web.Json;

/// <summary>A view whose card's fields stand beside its own, as in the workspace, with the names of the employees that occur.</summary>
internal sealed class Flat(object view, IReadOnlyDictionary<Guid, string>? names = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var json = httpContext.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        var whole = JsonSerializer.SerializeToNode(view, view.GetType(), json)!.AsObject();
        var card = whole["card"]!.AsObject();
        whole.Remove("card");
        foreach (var (name, value) in card.ToList())
        {
            card.Remove(name);
            whole.Add(name, value);
        }

        if (names is not null)
        {
            whole["names"] = JsonSerializer.SerializeToNode(names, json);
        }

        return httpContext.Response.WriteAsJsonAsync(whole, json, httpContext.RequestAborted);
    }
}
