using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Contracts;
using Hub.Storage.Json;

namespace Hub.Storage.Tests;

/// <summary>
/// Every shape of event that was ever shipped: <c>name.json</c> is today's, <c>name.1.json</c>, <c>name.2.json</c>… the
/// ones before. A file here is never changed; when an event is added to, today's is kept as the next number.
/// </summary>
public sealed class GoldenEventTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden");
    private static readonly JsonSerializerOptions Readable = new(EventJson.Options) { WriteIndented = true };

    public static TheoryData<string> Names => [.. EventNames.All.Select(e => e.Name)];

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Todays_shape_of_every_event_is_golden(string name)
    {
        var today = Write(Sample(name));
        var path = Path.Combine(Folder, $"{name}.json");

        Assert.True(File.Exists(path), $"Save as tests/Storage.Tests/Golden/{name}.json:\n{today}");
        Assert.Equal(File.ReadAllText(path), today);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_shape_ever_shipped_reads_back_as_the_event_it_was(string file)
    {
        var name = file.Split('.')[0];

        var read = EventJson.Read(name, File.ReadAllBytes(Path.Combine(Folder, file)), new PlainCodec());

        Assert.Equal(Write(SampleEvents.Before(file)), Write(read));
    }

    private static Event Sample(string name) => SampleEvents.All.Single(e => EventNames.Of(e) == name);

    private static string Write(Event @event) =>
        JsonNode.Parse(Encoding.UTF8.GetBytes(EventJson.Write(@event, new PlainCodec())))!.ToJsonString(Readable) + "\n";
}
