using System.Globalization;
using Hub.Contracts;
using Hub.Web.Accounts;
using Hub.Web.Layout;

namespace Hub.Web.Errors;

/// <summary>A refusal for a person to read: what happened, what it means, what to do.</summary>
internal sealed record Refusal(int Status, string Code, Guid? By, DateTimeOffset? At, IReadOnlyDictionary<string, string[]> Fields)
{
    private static readonly Dictionary<string, string[]> None = [];

    public static Refusal Of(Rejection rejection)
    {
        var (status, code) = Problems.Of(rejection.Code);
        return new Refusal(status, code, rejection.By, rejection.At, rejection.Fields ?? None);
    }

    public static Refusal Of(Fault fault)
    {
        var (status, code) = Problems.Of(fault);
        return new Refusal(status, code, null, null, None);
    }

    public async Task<string> Sentence(HttpContext http)
    {
        if (By is { } user)
        {
            var names = await http.RequestServices.GetRequiredService<EmployeeNames>().Of([user], http.RequestAborted);
            if (names.TryGetValue(user, out var name) && Problem.Find($"{Code}.by") is { } sentence)
            {
                return string.Format(CultureInfo.CurrentCulture, sentence, name, At is { } at ? Times.Short(at, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) : "");
            }
        }

        return Problem.Find($"{Code}.page") ?? Problem.Text(Code);
    }
}
