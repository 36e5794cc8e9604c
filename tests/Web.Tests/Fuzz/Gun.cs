using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Web.Tests.Server;
using Microsoft.AspNetCore.Routing;

namespace Hub.Web.Tests.Fuzz;

/// <summary>Makes requests to an endpoint that are wrong in some way, or nearly right.</summary>
internal sealed partial class Gun(Random random, Ids ids, (string Name, string Value)? formToken)
{
    private static readonly string[] AllMethods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"];
    private static readonly string[] Types = ["text/plain", "application/xml", "application/json; charset=utf-7", "multipart/form-data; boundary=x", "multipart/form-data", "application/x-www-form-urlencoded"];
    private readonly Junk junk = new(random, ids);

    public HttpRequestMessage Aim(RouteEndpoint endpoint)
    {
        var methods = endpoint.Methods() is ["*"] ? AllMethods : endpoint.Methods();
        var method = new HttpMethod(junk.Pick(junk.Sometimes(1) ? AllMethods : methods));
        var isForm = !endpoint.Address().StartsWith("/api", StringComparison.Ordinal);
        var request = new HttpRequestMessage(method, Address(endpoint));
        if (method.Method is "POST" or "PUT" or "DELETE" or "PATCH")
        {
            request.Content = junk.Sometimes(2) ? Broken() : isForm ? Form(endpoint) : Json(endpoint);
            Add(request, "Idempotency-Key", junk.Sometimes(8) ? ids.Any(random).ToString() : junk.Text());
        }

        foreach (var (name, values) in new (string, string[])[]
        {
            ("If-Match", ["\"1\"", "*", "\"-1\"", "\"99999999999999999999\"", "W/\"1\"", "\"\""]), ("Accept", ["text/html", "*/*", "image/png"]), ("HX-Request", ["true"]),
            ("Accept-Language", ["en", "da", "zz-ZZ", "*;q=9", ";;;,"]), ("X-Forwarded-For", ["1.2.3.4", "' or 1=1"]), ("X-Forwarded-Host", ["evil.example"]),
            ("Range", ["bytes=0-1"]), ("Origin", ["https://evil.example"]), ("X-HTTP-Method-Override", ["DELETE"]),
        })
        {
            if (junk.Sometimes(1))
            {
                Add(request, name, junk.Pick(values));
            }
        }

        return request;
    }

    private static void Add(HttpRequestMessage request, string name, string value)
    {
        if (value.All(c => c is >= ' ' and < '\x7f'))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private Uri Address(RouteEndpoint endpoint)
    {
        var path = Parameter().Replace(endpoint.Address(), m => junk.Sometimes(1) || !m.Value.Contains("guid", StringComparison.Ordinal)
            ? junk.Segment()
            : ids.For(m.Groups[1].Value, random).ToString(junk.Sometimes(1) ? "N" : "D"));
        var query = junk.Sometimes(3) ? $"?{junk.Pick(["after", "limit", "til", "access_token", "fra", "user", "kontor", "kategori", "kode", "gemt", "x"])}={junk.Segment()}" : "";
        return new Uri($"http://localhost{path}{query}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }

    private ByteArrayContent Json(RouteEndpoint endpoint) => Bytes(Encoding.UTF8.GetBytes(Fields(endpoint).ToJsonString()), "application/json");

    private FormUrlEncodedContent Form(RouteEndpoint endpoint)
    {
        var fields = Flat("", Fields(endpoint)).Append(KeyValuePair.Create("commandId", junk.Sometimes(8) ? ids.Any(random).ToString() : junk.Text()));
        return new(formToken is { } token ? fields.Append(KeyValuePair.Create(token.Name, WebUtility.HtmlDecode(token.Value))) : fields);
    }

    private JsonObject Fields(RouteEndpoint endpoint)
    {
        var word = endpoint.Address().Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(s => !s.StartsWith('{')) ?? "";
        return !Vocabulary.Right.TryGetValue(word is "meld" ? "flags" : word is "emne" or "nyt" ? "matters" : word, out var right) || junk.Sometimes(2) ? junk.Object() : junk.Spoilt(right);
    }

    private ByteArrayContent Broken() => random.Next(8) switch
    {
        0 => Bytes(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 5000))), "application/json"),
        1 => Bytes([(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}'], "application/json"),
        2 => Bytes("""{"text":"\ud800","text":"to"}"""u8.ToArray(), "application/json"),
        3 => Bytes(new byte[70_000], "application/json"),
        4 => Bytes(Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, 1100).Select(i => $"a{i}=1"))), "application/x-www-form-urlencoded"),
        5 => Bytes("--x\r\nContent-Disposition: form-data; name=\"a"u8.ToArray(), "multipart/form-data; boundary=x"),
        6 => Bytes(Encoding.UTF8.GetBytes($"{new string('k', 3000)}=1&{junk.Pick(Vocabulary.Words)}=%00%ff%"), "application/x-www-form-urlencoded"),
        _ => Bytes(Encoding.UTF8.GetBytes(junk.Value()?.ToJsonString() ?? ""), junk.Pick(Types)),
    };

    private static ByteArrayContent Bytes(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    private static IEnumerable<KeyValuePair<string, string>> Flat(string name, JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Flat(name.Length == 0 ? p.Key : $"{name}.{p.Key}", p.Value)),
        JsonArray a => a.SelectMany((n, i) => Flat($"{name}[{i}]", n)),
        _ => [KeyValuePair.Create(name, node?.ToString() ?? "")],
    };

    [GeneratedRegex(@"\{\**(\w+)(:[^}]*)?\}")]
    private static partial Regex Parameter();
}
