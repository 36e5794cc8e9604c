using Hub.Web.Errors;
using Hub.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;

namespace Hub.Web.Edge;

/// <summary>Lets only forms in that Hub itself has shown to this person, and answers with pages.</summary>
internal sealed class FormFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            if (http.Request.Headers.Accept == "application/json")
            {
                return new Problem(Fault.FormExpired);
            }

            var form = context.Arguments.OfType<FormCall>().FirstOrDefault();
            return new ShownPage(typeof(Refused), new() { [nameof(Refused.Message)] = Problem.Text("form_expired"), [nameof(Refused.Typed)] = form?.Form.Typed }).Result(StatusCodes.Status400BadRequest);
        }

        return await next(context) is var result && result == (object)Problem.NotFound ? new ShownPage(typeof(NotFound), []).Result(StatusCodes.Status404NotFound) : result;
    }
}
