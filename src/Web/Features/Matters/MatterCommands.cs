using Hub.Contracts;
using Hub.Web.Edge;

namespace Hub.Web.Features.Matters;

/// <summary>What can be sent about one matter, by the last part of its address: the API and the pages' forms read it alike.</summary>
internal static class MatterCommands
{
    public static IReadOnlyList<(string Name, Func<Guid, Fields, MatterCommand> Read)> All { get; } =
    [
        ("notes", (m, f) => new AddMatterNote(m, f.Text("text", Limits.Text, lines: true))),
        ("agenda", (m, f) => new PutMatterOnAgenda(m, f.Date("date"))),
        ("decide", (m, f) => new DecideMatter(m, f.Text("text", Limits.Text, lines: true))),
        ("close", (m, f) => new CloseMatter(m, f.Choice<MatterOutcome>("outcome"))),
        ("reopen", (m, _) => new ReopenMatter(m)),
    ];

    public static OpenMatter Open(Fields f) => new(
        f.Text("title", Limits.Title), f.Text("text", Limits.Text, lines: true), f.ChoiceOrNull<Kontor>("toKontor"));
}
