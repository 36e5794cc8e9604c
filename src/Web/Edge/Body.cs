using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Hub.Web.Edge;

/// <summary>The body of a request as it was sent, its fields, and what is wrong with it.</summary>
internal sealed class Body
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly byte[] bytes;

    private Body(byte[] bytes, bool json)
    {
        this.bytes = bytes;
        if (bytes.Length == 0)
        {
            Fields = new Fields(default(JsonElement), "", Errors);
        }
        else if (json && Parse(bytes) is { ValueKind: JsonValueKind.Object } root)
        {
            Fields = new Fields(root, "", Errors);
        }
        else
        {
            Errors["body"] = ["malformed"];
            Fields = new Fields(default(JsonElement), "", errors: null);
        }
    }

    public Fields Fields { get; }

    public SortedDictionary<string, string[]> Errors { get; } = new(StringComparer.Ordinal);

    public static async Task<Body> Read(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return new Body(buffer.ToArray(), request.HasJsonContentType());
    }

    /// <summary>What makes one command differ from another under the same Idempotency-Key: the route with its ids, and the body.</summary>
    public byte[] Hash(HttpContext http)
    {
        var route = ((RouteEndpoint)http.GetEndpoint()!).RoutePattern;
        var ids = route.Parameters.Select(p => (string)http.Request.RouteValues[p.Name]!).Select(v => Guid.TryParse(v, out var id) ? id.ToString("N") : v);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Method} {route.RawText} {string.Join(' ', ids)}\n"));
        hash.AppendData(bytes);
        return hash.GetHashAndReset();
    }

    private static JsonElement? Parse(byte[] bytes)
    {
        try
        {
            return Utf8.IsValid(bytes) ? JsonDocument.Parse(bytes, Strict).RootElement : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
