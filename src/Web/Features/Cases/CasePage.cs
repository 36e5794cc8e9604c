using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Layout;

namespace Hub.Web.Features.Cases;

/// <summary>What the parts of a case's page show: the case as its viewer may see it, and who the colleagues in it are.</summary>
/// <param name="Omraade">The area.</param>
/// <param name="Member">The viewer.</param>
/// <param name="Offices">The offices the viewer sees the case for.</param>
/// <param name="View">The case.</param>
/// <param name="Names">Employees by id.</param>
/// <param name="Now">The time of the page.</param>
/// <param name="Open">The form that is open, by the last part of its address; null: none.</param>
public sealed record CasePage(
    Omraade Omraade, Membership Member, Kontorer Offices, CaseView View, IReadOnlyDictionary<Guid, string> Names, DateTimeOffset Now, string? Open)
{
    public CaseCard Card => View.Card;

    public string Address => CaseForms.Page(Omraade.Id, Card.CaseId);

    public bool Closed => Card.Status == CaseStatus.Afsluttet;

    public bool IsMine => Card.Assignee == Member.UserId;

    public bool Holds => Offices.Has(Card.Kontor);

    public HandoverCard? Pending => View.Handovers.FirstOrDefault();

    /// <summary>What melderen has been asked to do; null while that is not asked.</summary>
    public TaskCard? Asked => View.Tasks.FirstOrDefault(t => t is { Purpose: TaskPurpose.SpoergBeboeren, Status: TaskState.Aaben });

    /// <summary>The name of the open form: an answer to a handover is known by its end.</summary>
    public string Form => Open is { } open && open.StartsWith("handovers/", StringComparison.Ordinal) && open.EndsWith("/decline", StringComparison.Ordinal) ? "decline" : Open ?? "";

    public bool May(string action) => View.Actions.Contains(action);

    public string Name(Guid? user) => user is { } id && Names.TryGetValue(id, out var name) ? name : Labels.Text("Colleague");

    public static string The(Kontor kontor) => Labels.Text($"The.{kontor}");
}
