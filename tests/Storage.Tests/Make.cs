using System.Security.Cryptography;
using Hub.Contracts;

namespace Hub.Storage.Tests;

/// <summary>Appends with fictional content.</summary>
internal static class Make
{
    internal static readonly Audience Staff = new(Kontorer.Personale, Kontorer.Personale, Kontorer.Personale);
    internal static readonly Audience Everyone = new(Kontorer.Alle, Kontorer.Alle, Kontorer.Personale);
    internal static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    internal static StreamKey Stream(Guid? tenant = null) => new(tenant ?? Guid.NewGuid(), Guid.NewGuid());

    internal static Append Append(StreamKey stream, Head head, params IReadOnlyList<Event> events) => Append(stream, head, Staff, events);

    internal static Append Append(StreamKey stream, Head head, Audience audience, params IReadOnlyList<Event> events)
    {
        var command = Guid.NewGuid();
        var appended = new List<AppendEvent>();
        foreach (var @event in events)
        {
            long? board = audience.Reached.Has(Kontor.Bestyrelseskontor) ? head.BoardSeq + 1 : null;
            head = new Head(head.Seq + 1, board ?? head.BoardSeq, Now.AddSeconds(head.Seq + 1));
            appended.Add(Event(head, board, command, audience, @event));
        }

        return new Append(stream, head.Seq - events.Count, false, appended, [Receipt(command, head)], [], [], []);
    }

    internal static StoredReceipt Receipt(Guid command, Head head = default) =>
        new(command, SHA256.HashData(command.ToByteArray()), new Receipt(head.Seq, head.BoardSeq));

    internal static Secret Identity(Guid owner, string value, string field = "name") => new(owner, null, field, value);

    internal static Secret Text(Guid owner, string value, Guid? item = null, string field = "text") => new(owner, item ?? Guid.NewGuid(), field, value);

    internal static NoteAdded Note(Guid caseId, Secret text) =>
        new(caseId, Guid.NewGuid(), Kontor.Ejendomskontor, NoteAudience.Sagen, NoteKind.Note, Now, text);

    internal static NoteAdded Note(Guid caseId, string text) => Note(caseId, Text(caseId, text));

    internal static CasePickedUp PickedUp(Guid? caseId = null) => new(caseId ?? Guid.NewGuid(), Guid.NewGuid());

    private static AppendEvent Event(Head head, long? board, Guid command, Audience audience, Event @event) => new(
        new Recorded(head.Seq, board, CommandIds.Derive(command, $"event/{head.Seq}"), command, head.At, Guid.NewGuid(), Kontor.Ejendomskontor, audience, @event),
        new Subject(EventNames.Of(@event), Kontor.BoligsocialtKontor, (@event as CaseEvent)?.CaseId, (@event as TaskEvent)?.TaskId,
            (@event as HandoverEvent)?.HandoverId, (@event as MatterEvent)?.MatterId, "ny"));
}
