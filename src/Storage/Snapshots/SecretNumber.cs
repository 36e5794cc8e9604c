using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Contracts;

namespace Hub.Storage.Snapshots;

/// <summary>Takes the secrets out of a state: where one stood, its number in the list stands. Outside of a scope there is no list, and none can be written.</summary>
internal sealed class SecretNumber : JsonConverter<Secret>
{
    [ThreadStatic]
    private static IList<Secret>? current;

    private static IList<Secret> Current => current ?? throw new InvalidOperationException("Secrets of a state are only written and read with a list beside it.");

    internal static Scope Enter(IList<Secret> secrets) => new(secrets);

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options)
    {
        writer.WriteNumberValue(Current.Count);
        Current.Add(value);
    }

    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Current[reader.GetInt32()];

    internal readonly ref struct Scope
    {
        private readonly IList<Secret>? outer;

        internal Scope(IList<Secret> secrets) => (outer, current) = (current, secrets);

        public void Dispose() => current = outer;
    }
}
