using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Web.Edge;

/// <summary>A form as it was sent: what was typed, to be shown again, and the same reading of it as of a JSON body.</summary>
internal sealed class PostedForm
{
    /// <summary>The hidden field that is a form's Idempotency-Key.</summary>
    public const string CommandIdField = "commandId";

    /// <summary>The hidden field that is a form's If-Match.</summary>
    public const string SeqField = "seq";

    private readonly FormTimes times;
    private readonly Dictionary<string, string[]> defaults = [];

    private PostedForm(SortedDictionary<string, string[]> typed, string? commandId, string? seq, FormTimes times)
    {
        (Typed, this.times) = (typed, times);
        if (Guid.TryParseExact(commandId, "D", out var id))
        {
            CommandId = id;
        }
        else
        {
            Errors[CommandIdField] = [commandId is null ? "required" : "malformed"];
        }

        if (!string.IsNullOrEmpty(seq))
        {
            Seq = long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        }
    }

    public IReadOnlyDictionary<string, string[]> Typed { get; }

    public Guid CommandId { get; }

    public long? Seq { get; }

    public SortedDictionary<string, string[]> Errors { get; } = new(StringComparer.Ordinal);

    public Fields Fields => new(FormTree.Of(Typed.Concat(defaults)), "", Errors, times);

    /// <summary>What counts where the field is left empty.</summary>
    public PostedForm Default(string name, DateTimeOffset at)
    {
        if (!Typed.TryGetValue(name, out var typed) || typed.All(string.IsNullOrWhiteSpace))
        {
            defaults[name] = [at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)];
        }

        return this;
    }

    public static async Task<PostedForm> Read(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var typed = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, values) in form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && f.Key is not (CommandIdField or SeqField)))
        {
            typed[name] = [.. values.OfType<string>().Select(v => v.ReplaceLineEndings("\n"))];
        }

        return new PostedForm(typed, form[CommandIdField], form[SeqField], http.RequestServices.GetRequiredService<FormTimes>());
    }

    /// <summary>What makes one command differ from another under the same id: the address with its ids, and what was typed.</summary>
    public byte[] Hash(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add($"{request.Method} {request.Path}");
        foreach (var (name, values) in Typed)
        {
            Add(name);
            Array.ForEach(values, Add);
        }

        return hash.GetHashAndReset();

        void Add(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
