namespace Hub.Web.Hosting;

/// <summary>What must have been done in the store before the first request is served.</summary>
internal interface IBeforeServing
{
    Task Prepare(CancellationToken ct);
}
