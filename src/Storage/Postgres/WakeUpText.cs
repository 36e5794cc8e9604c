using Hub.Contracts;

namespace Hub.Storage.Postgres;

/// <summary>Wake-ups as the text of a notification: who sent them, then a word for each.</summary>
internal static class WakeUpText
{
    /// <summary>A notification holds fewer than 8,000 bytes, and a word is at most 66 long.</summary>
    private const int MostWords = 110;

    internal static IEnumerable<string> Write(Guid sender, IEnumerable<WakeUp> wakeUps) =>
        wakeUps.Chunk(MostWords).Select(some => string.Join(' ', some.Select(Word).Prepend(sender.ToString("N"))));

    /// <summary>What others have sent; nothing of what this process sent itself. A word of a later build is passed over.</summary>
    internal static IEnumerable<WakeUp> Read(Guid self, string text) =>
        text.Split(' ') is [var sender, .. var words] && sender != self.ToString("N") ? words.Select(Read).OfType<WakeUp>() : [];

    private static string Word(WakeUp wakeUp) => wakeUp switch
    {
        WakeUp.Moved m => $"m{m.Stream.Tenant:N}/{m.Stream.Stream:N}",
        WakeUp.SessionEnded s => $"s{s.Session:N}",
        _ => "e",
    };

    private static WakeUp? Read(string word) => word is ['e'] ? new WakeUp.Everything() : word switch
    {
        ['m', .. var ids] when ids.Split('/') is [var t, var s] && Guid.TryParse(t, out var tenant) && Guid.TryParse(s, out var stream) =>
            new WakeUp.Moved(new StreamKey(tenant, stream)),
        ['s', .. var id] when Guid.TryParse(id, out var session) => new WakeUp.SessionEnded(session),
        _ => null,
    };
}
