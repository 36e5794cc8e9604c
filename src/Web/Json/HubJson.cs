using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hub.Contracts;

namespace Hub.Web.Json;

/// <summary>How the API writes: camelCase names and enums, UTC times, nothing for null but an identity.</summary>
internal static class HubJson
{
    public static IServiceCollection AddHubJson(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(o => Configure(o.SerializerOptions));

    public static void Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new IdentityViewConverter());
        options.Converters.Add(new UtcConverter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AlwaysWriteIdentity } };
    }

    private static void AlwaysWriteIdentity(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.PropertyType == typeof(IdentityView)))
        {
            property.ShouldSerialize = static (_, _) => true;
        }
    }
}
