using Hub.Contracts;
using Hub.Domain.Access;

namespace Hub.Web.Layout;

/// <summary>One entry of the bars.</summary>
/// <param name="Href">Where it leads.</param>
/// <param name="Word">The key of its word.</param>
/// <param name="Icon">Beside the word.</param>
/// <param name="Key">The keyboard key that follows it.</param>
public sealed record Destination(string Href, string Word, string Icon, string? Key = null)
{
    /// <summary>What a person can go to from anywhere. A board has an agenda where staff have a bridge, and no handovers.</summary>
    public static IEnumerable<Destination> For(Membership? here)
    {
        yield return new Destination("/", "MyDay", "sun");
        if (here is null)
        {
            yield break;
        }

        if (here.Rolle == Rolle.Admin)
        {
            yield return new Destination("/administration", "Administration", "users-round");
        }

        var omraade = $"/omraader/{here.OmraadeId}";
        var board = here.Kontor == Kontor.Bestyrelseskontor;
        yield return new Destination(omraade, board ? "Agenda" : "Broen", board ? "list-todo" : "bridge");
        if (here.Kontor is not null)
        {
            yield return new Destination($"{omraade}/meld", "Flag", "flag", "n");
        }

        if (here.Kontor is not (null or Kontor.Bestyrelseskontor))
        {
            yield return new Destination($"{omraade}/overdragelser", "Handovers", "arrow-right-left");
        }

        if (Oversight.AnswersRequests(here))
        {
            yield return new Destination($"{omraade}/rettigheder", "Rights", "scale");
        }

        if (Oversight.SeesDeletion(here))
        {
            yield return new Destination($"{omraade}/sletning", "Deletion", "eye-off");
        }

        if (Oversight.ReadsAccessLog(here))
        {
            yield return new Destination($"{omraade}/adgang", "AccessLog", "history");
        }
    }
}
