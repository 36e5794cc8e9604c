using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hub.Web.Tests.Live;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Hosting;

/// <summary>What Hub tells of itself is there, and nobody is in it.</summary>
public sealed partial class TelemetryTests
{
    private const string Name = "Hemmelig Hansen";
    private const string Address = "Skjultevej 17, 3. tv.";
    private const string Text = "Gardinerne har været nede i ugevis";

    [Fact]
    public async Task A_whole_flow_is_measured_by_kind_and_outcome_and_nothing_personal_is_told()
    {
        using var told = new Told();
        await using var hub = new Running(await HubServer.Start());

        await Flow(hub.Server);
        await Push(hub.Server);
        told.Observe();

        foreach (var measured in new[] { "hub.command.duration", "hub.append.duration", "hub.commands.waiting", "hub.conflicts", "hub.catchups", "hub.areas", "hub.connections", "hub.push.lag", "hub.push.replays" })
        {
            Assert.Contains(told.Lines, l => l.StartsWith(measured + " ", StringComparison.Ordinal));
        }

        Assert.Contains(told.Lines, l => l.Contains("kind=flagCase", StringComparison.Ordinal) && l.Contains("outcome=accepted", StringComparison.Ordinal));
        Assert.Contains(told.Lines, l => l.Contains("kind=pickUpCase", StringComparison.Ordinal) && l.Contains("outcome=not_allowed", StringComparison.Ordinal));
        Assert.DoesNotContain(told.Lines, l => l.StartsWith("hub.push.replays 0 ", StringComparison.Ordinal) || l.StartsWith("hub.push.lag -", StringComparison.Ordinal));
        Assert.Contains(told.Lines, l => l.StartsWith("trace hub.append", StringComparison.Ordinal));
        Assert.DoesNotContain(told.Lines, IsPersonal);
    }

    [Fact]
    public async Task It_is_sent_by_OTLP_to_where_the_operator_says_and_nobody_is_in_it()
    {
        await using var collector = await Collector.Start();
        var hub = await HubServer.Start(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));

        await Flow(hub);
        await hub.DisposeAsync();

        Assert.Contains(collector.Received, r => r.Path == "/v1/metrics" && r.Body.Contains("hub.command.duration", StringComparison.Ordinal));
        Assert.Contains(collector.Received, r => r.Path == "/v1/traces" && r.Body.Contains("hub.append", StringComparison.Ordinal));
        Assert.DoesNotContain(collector.Received, r => Said(r.Body));
    }

    private static async Task Flow(HubServer hub)
    {
        var (ejendom, social) = (await hub.SignIn("ejendom@nordbo.example"), await hub.SignIn("boligsocial@nordbo.example"));
        var flagged = await ejendom.Post(Session.In(Session.Nordlyset, "flags"), new { category = "mistrivsel", description = Text, beboer = new { name = Name, address = Address } });
        var c = flagged.Id("caseId");
        Assert.Equal(403, (await ejendom.Post(Session.In(Session.Nordlyset, $"cases/{c}/pickup"))).Status);
        Assert.Equal(200, (await social.Post(Session.In(Session.Nordlyset, $"cases/{c}/pickup"))).Status);
        Assert.Equal(200, (await social.Note(c, Text)).Status);
        Assert.Equal(200, (await social.Get(Session.In(Session.Nordlyset, $"cases/{c}"))).Status);
        Assert.Equal(200, (await social.Get(Session.In(Session.Nordlyset, "workspace"))).Status);
    }

    /// <summary>Somebody is sent what they had missed, and then what is new. Once a change has come, the one before it has been measured.</summary>
    private static async Task Push(HubServer hub)
    {
        var (ejendom, social) = (await hub.SignIn("ejendom@nordbo.example"), await hub.SignIn("boligsocial@nordbo.example"));
        var place = (await social.Get(Session.In(Session.Nordlyset, "workspace"))).Json;
        using var live = new RawConnection(hub, social);
        var missed = await ejendom.Flag();
        await live.Open();
        await live.Watch(Session.Nordlyset, place["epoch"]!.GetValue<string>(), place["seq"]!.GetValue<long>());
        await live.ReadUntil($"{missed}");
        for (var pushed = 0; pushed < 2; pushed++)
        {
            await live.ReadUntil($"{await ejendom.Flag()}");
        }
    }

    private static bool IsPersonal(string line) => Said(line) || Guids().IsMatch(line);

    private static bool Said(string text) => new[] { "Hemmelig", "Hansen", "Skjultevej", "Gardinerne", "nordbo", "Nordlyset", "example" }
        .Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Guids();

    private sealed class Running(HubServer server) : IAsyncDisposable
    {
        public HubServer Server => server;

        public ValueTask DisposeAsync() => new(server.DisposeAsync());
    }

    /// <summary>Everything that Hub's meter and traces say, a line each.</summary>
    private sealed class Told : IDisposable
    {
        private readonly MeterListener meters = new();
        private readonly ActivityListener traces;

        public Told()
        {
            meters.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Storage.Telemetry.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            meters.SetMeasurementEventCallback<double>((i, value, tags, _) => Add(i, value, tags));
            meters.SetMeasurementEventCallback<long>((i, value, tags, _) => Add(i, value, tags));
            meters.Start();
            traces = new ActivityListener
            {
                ShouldListenTo = source => source.Name == Storage.Telemetry.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = a => Lines.Enqueue($"trace {a.OperationName} {a.DisplayName} {a.StatusDescription} {string.Join(' ', a.TagObjects)} {string.Join(' ', a.Events.SelectMany(e => e.Tags))} {string.Join(' ', a.Baggage)}"),
            };
            ActivitySource.AddActivityListener(traces);
        }

        public ConcurrentQueue<string> Lines { get; } = [];

        public void Observe() => meters.RecordObservableInstruments();

        public void Dispose()
        {
            meters.Dispose();
            traces.Dispose();
        }

        private void Add<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) where T : struct, IFormattable
        {
            var line = new StringBuilder($"{instrument.Name} {value.ToString(null, CultureInfo.InvariantCulture)} {instrument.Unit} {instrument.Description}");
            foreach (var tag in tags)
            {
                line.Append(CultureInfo.InvariantCulture, $" {tag.Key}={tag.Value}");
            }

            Lines.Enqueue(line.ToString());
        }
    }
}
