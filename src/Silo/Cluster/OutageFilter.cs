using Hub.Storage;
using Orleans;

namespace Hub.Silo.Cluster;

/// <summary>A database that is away is told in a way that every caller understands; what the driver said of it stays here.</summary>
internal sealed class OutageFilter : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (StoreBusyException e)
        {
            throw new StoreBusyException(e.Message);
        }
        catch (Exception e) when (HubStore.IsOutage(e))
        {
            throw new StoreBusyException("The database did not answer.");
        }
    }
}
