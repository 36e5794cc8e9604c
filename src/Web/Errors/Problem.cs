using System.Globalization;
using System.Resources;
using Hub.Contracts;
using Hub.Web.Accounts;
using Hub.Web.Layout;
using Microsoft.Extensions.Options;

namespace Hub.Web.Errors;

/// <summary>A refusal as RFC 9457 problem+json, in the caller's language and without a trace id.</summary>
internal sealed class Problem : IResult
{
    public const int RetryAfterSeconds = 2;

    private static readonly ResourceManager Texts = new("Hub.Web.Errors.Problems", typeof(Problem).Assembly);

    private readonly int status;
    private readonly string code;
    private readonly Rejection? rejection;

    public Problem(Rejection rejection)
    {
        (status, code) = Problems.Of(rejection.Code);
        this.rejection = rejection;
    }

    public Problem(Fault fault) => (status, code) = Problems.Of(fault);

    /// <summary>Not yours or not there: every such answer is this one.</summary>
    public static Problem NotFound { get; } = new(new Rejection(RejectionCode.NotFound));

    /// <summary>The shape is wrong, found where no turn is asked.</summary>
    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) => new(new Rejection(RejectionCode.Invalid, Fields: errors));

    /// <summary>The text of a code in the caller's language.</summary>
    public static string Text(string code) => Find(code) ?? code;

    /// <summary>The text of a code that may have none.</summary>
    public static string? Find(string code) => Texts.GetString(code, CultureInfo.CurrentUICulture);

    /// <summary>What is wrong with a field, from its code.</summary>
    public static string Field(string code) => Text($"field.{code}");

    public static string Text(Fault fault) => Text(Problems.Of(fault).Code);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (status is 429 or 503)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        if (status == 401)
        {
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (rejection is null && IsForPerson(httpContext.Request))
        {
            await new ShownPage(typeof(FaultPage), new() { [nameof(FaultPage.Code)] = code }).Result(status).ExecuteAsync(httpContext);
            return;
        }

        var body = new ProblemBody(
            $"urn:hub:{code}", Text(code), status, code, rejection?.Fields, await Faster(httpContext), rejection?.At);
        httpContext.Response.StatusCode = status;
        var json = httpContext.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        await httpContext.Response.WriteAsJsonAsync(body, json, "application/problem+json", httpContext.RequestAborted);
    }

    /// <summary>A whole page is asked for, so a person reads the answer.</summary>
    private static bool IsForPerson(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/hubs") && !request.Path.StartsWithSegments("/health")
        && !request.Headers.ContainsKey("HX-Request") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private async Task<Employee?> Faster(HttpContext http)
    {
        if (rejection?.By is not { } user)
        {
            return null;
        }

        var names = await http.RequestServices.GetRequiredService<EmployeeNames>().Of([user], http.RequestAborted);
        return new Employee(user, names.GetValueOrDefault(user));
    }
}

/// <summary>The body of a refusal.</summary>
internal sealed record ProblemBody(
    string Type, string Title, int Status, string Code, IReadOnlyDictionary<string, string[]>? Errors, Employee? By, DateTimeOffset? At);

/// <summary>A colleague by name.</summary>
internal sealed record Employee(Guid UserId, string? Name);
