using Microsoft.AspNetCore.Http.HttpResults;

namespace Hub.Web.Layout;

/// <summary>A page that answers a form.</summary>
internal sealed record ShownPage(Type Page, Dictionary<string, object?> Parameters)
{
    /// <summary>The page whose address the form was sent to.</summary>
    public static ShownPage AtAddress { get; } = new(typeof(App), []);

    public IResult Result(int status) => new RazorComponentResult<App>(
        new Dictionary<string, object?> { [nameof(App.Shown)] = this == AtAddress ? null : new Microsoft.AspNetCore.Components.RouteData(Page, Parameters) })
    { StatusCode = status };
}
