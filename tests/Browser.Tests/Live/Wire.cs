using System.Text;

namespace Hub.Browser.Tests.Live;

/// <summary>Every byte that a page receives, over HTTP and over websockets.</summary>
internal sealed class Wire
{
    private readonly List<(string From, string Text)> received = [];
    private readonly List<Task> reading = [];

    public Wire(IPage page)
    {
        // Not at the answer's head: the body of one that the browser gave up on never comes, and asking for it never ends.
        page.RequestFinished += (_, request) => reading.Add(Read(request));
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Add("websocket", frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []));
    }

    /// <summary>Where a text was received, and how it stood there.</summary>
    public async Task<IReadOnlyList<string>> Find(IEnumerable<string> texts, Func<string, bool>? except = null)
    {
        await Task.WhenAll(reading.ToArray());
        lock (received)
        {
            return
            [
                .. from text in texts
                   from got in received
                   where except?.Invoke(got.From) != true && got.Text.Contains(text, StringComparison.OrdinalIgnoreCase)
                   select $"{text} in {got.From}",
            ];
        }
    }

    public int Count(string from)
    {
        lock (received)
        {
            return received.Count(r => r.From == from);
        }
    }

    private async Task Read(IRequest request)
    {
        try
        {
            Add(new Uri(request.Url).AbsolutePath, Encoding.UTF8.GetString(await (await request.ResponseAsync())!.BodyAsync()));
        }
        catch (PlaywrightException)
        {
            // A redirect has no body, and the browser keeps none of a page that was left before it was asked for.
        }
    }

    private void Add(string from, string text)
    {
        lock (received)
        {
            received.Add((from, text));
        }
    }
}
