using System.Text;
using System.Text.Json;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Access;

internal static class RawCalls
{
    /// <summary>Sends a call of the matrix, a write without the key that it needs.</summary>
    public static async Task<Reply> Raw(this Session person, Guid omraade, string call, Target target)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Calls.Method(call)), Session.In(omraade, Calls.Path(call, target)));
        if (request.Method != HttpMethod.Get)
        {
            var body = JsonSerializer.Serialize(Calls.Body(call, target) ?? new { });
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await person.Client.SendAsync(request);
        return new Reply(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType,
            response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value)));
    }
}
