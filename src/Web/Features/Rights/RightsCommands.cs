using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Edge;

namespace Hub.Web.Features.Rights;

/// <summary>What can be sent about the rights of a person of a case: the API and the pages' forms read it alike.</summary>
internal static class RightsCommands
{
    /// <summary>About one request, by the last part of its address.</summary>
    public static IReadOnlyList<(string Name, Func<Guid, Guid, Fields, CaseCommand> Read)> OnAnmodning { get; } =
    [
        ("extend", (c, a, f) => new ExtendAnmodning(c, a, f.Text("reason", Limits.Text, lines: true))),
        ("answer", (c, a, f) => new AnswerAnmodning(c, a, f.TextOrNull("note", Limits.Text, lines: true))),
        ("refuse", (c, a, f) => new RefuseAnmodning(c, a, f.Text("reason", Limits.Text, lines: true))),
    ];

    public static ReceiveAnmodning Receive(Guid c, Fields f) => new(
        c, f.Id("personId"), f.Choice<AnmodningKind>("kind"), f.Time("receivedAt"), f.TextOrNull("note", Limits.Text, lines: true));

    public static HideItem Hide(Guid c, Guid a, Guid i, Fields f) => new(c, a, i, f.Choice<UdeladtGrund>("ground"), f.TextOrNull("note", Limits.Text, lines: true));

    public static CorrectText Correct(Guid c, Guid i, Fields f) => new(c, i, f.TextOrNull("text", Limits.Text, lines: true));

    public static AddRemark Remark(Guid c, Guid i, Fields f) => new(c, i, f.Text("text", Limits.Text, lines: true));

    public static CorrectIdentity Correct(Guid c, Guid p, Fields f, Omraade omraade) => new(c, p, PersonInputs.Read(f, omraade));
}
