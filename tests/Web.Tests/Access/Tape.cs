using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Access;

/// <summary>Everything that came over a wire, status lines and headers too, in the spellings in which it could say something.</summary>
internal sealed partial class Tape
{
    private readonly List<(string From, string Text)> recorded = [];

    public int Count => recorded.Count;

    public HttpMessageHandler Record(HubServer hub) => new Recorder(this)
    {
        InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, UseProxy = false, AutomaticDecompression = DecompressionMethods.All },
    };

    public void Add(string from, string text) => recorded.Add((from, text));

    /// <summary>Each secret that stands somewhere, with where.</summary>
    public IEnumerable<(string Secret, string From)> Find(IReadOnlyCollection<string> secrets) =>
        from piece in recorded
        let plain = Plain(piece.Text)
        from secret in secrets
        where piece.Text.Contains(secret, StringComparison.OrdinalIgnoreCase) || plain.Contains(secret, StringComparison.OrdinalIgnoreCase)
        select (secret, piece.From);

    /// <summary>The pieces of some addresses as one text.</summary>
    public string From(string address) => string.Concat(recorded.Where(r => r.From.Contains(address, StringComparison.Ordinal)).Select(r => Plain(r.Text)));

    /// <summary>Every count of events.</summary>
    public IEnumerable<(string From, long Seq)> Seqs() =>
        from piece in recorded
        from Match seq in SeqProperty().Matches(Plain(piece.Text))
        select (piece.From, long.Parse(seq.Groups[1].Value));

    private static string Plain(string text) =>
        Escape().Replace(WebUtility.UrlDecode(WebUtility.HtmlDecode(text)), m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex("""(?:"\w*[sS]eq"\s*:\s*|data-seq="|name="seq" value=")(\d{1,18})""")]
    private static partial Regex SeqProperty();

    private sealed class Recorder(Tape tape) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            tape.Add(
                $"{request.Method} {request.RequestUri!.PathAndQuery} {(int)response.StatusCode}",
                $"{response.StatusCode} {response.ReasonPhrase}\n{response.Headers}{response.Content.Headers}\n{Encoding.UTF8.GetString(body)}");
            return response;
        }
    }
}
