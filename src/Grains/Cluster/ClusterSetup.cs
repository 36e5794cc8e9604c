using Hub.Grains.Wire;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Hub.Grains.Cluster;

/// <summary>What silos and their clients must agree on.</summary>
public static class ClusterSetup
{
    /// <summary>How Orleans calls the driver of PostgreSQL.</summary>
    public const string Driver = "Npgsql";

    /// <summary>A call without an answer in so long is sent again. Whatever it did is not done twice.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    /// <summary>Hub's own types cross as JSON, and its exceptions as what they are.</summary>
    public static IServiceCollection AddHubWire(this IServiceCollection services)
    {
        services.Configure<ExceptionSerializationOptions>(o => o.SupportedNamespacePrefixes.Add("Hub"));
        return services.AddSerializer(wire => wire.AddJsonSerializer(WireJson.Carries, WireJson.Options));
    }
}
