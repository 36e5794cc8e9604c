using Hub.Domain.Access;

namespace Hub.Web.Features.Workspace;

/// <summary>Who a card is shown to, and where.</summary>
/// <param name="Viewer">The reader.</param>
/// <param name="Names">The employees that occur; empty for a board.</param>
/// <param name="Now">The moment of the page.</param>
public sealed record CardContext(Viewer Viewer, IReadOnlyDictionary<Guid, string> Names, DateTimeOffset Now)
{
    public string Area => $"/omraader/{Viewer.Member.OmraadeId}";

    public string Case(Guid id) => $"{Area}/sager/{id}";

    public string Matter(Guid id) => $"{Area}/emner/{id}";

    public string Task(Guid id) => $"{Area}/opgaver/{id}";
}
