using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hub.Contracts;
using Hub.Storage.Json;

namespace Hub.Grains.Wire;

/// <summary>How commands, answers and views cross from one process to another, without a mark of it in Contracts. <c>docs/adr/0014</c> has the rule.</summary>
public static class WireJson
{
    /// <summary>For whoever carries them.</summary>
    public static JsonSerializerOptions Options { get; } = WireOptions.Create(options =>
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameCommands } });

    /// <summary>Whether a type is Hub's own and crosses in this form.</summary>
    public static bool Carries(Type type) =>
        type.Namespace?.StartsWith("Hub.", StringComparison.Ordinal) == true && !type.IsAssignableTo(typeof(Exception));

    private static void NameCommands(JsonTypeInfo type)
    {
        if (type.Type != typeof(Command))
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions();
        foreach (var (name, kind) in CommandNames.All)
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, name));
        }
    }
}
