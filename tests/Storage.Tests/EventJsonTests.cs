using System.Text;
using System.Text.Json;
using Hub.Contracts;
using Hub.Storage.Json;

namespace Hub.Storage.Tests;

public sealed class EventJsonTests
{
    private static readonly Guid CaseId = Guid.NewGuid();

    [Fact]
    public void A_secret_cannot_be_written_without_saying_how() =>
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(Make.Note(CaseId, "hemmeligt"), EventJson.Options));

    [Fact]
    public void A_plain_secret_in_the_store_is_refused()
    {
        var plain = Encoding.UTF8.GetBytes(EventJson.Write(Make.Note(CaseId, "hemmeligt"), new PlainCodec()));

        Assert.Throws<JsonException>(() => EventJson.Read("noteAdded", plain, new CollectingCodec()));
    }

    [Fact]
    public void Numbers_are_no_names_of_an_enum() =>
        Assert.Throws<JsonException>(() => Read("callRecorded", $$"""{"caseId":"{{CaseId}}","called":0,"calledAt":"2026-03-02T09:30:00Z"}"""));

    [Fact]
    public void A_missing_mandatory_field_is_found_out() =>
        Assert.Throws<JsonException>(() => Read("casePickedUp", $$"""{"caseId":"{{CaseId}}"}"""));

    [Fact]
    public void A_field_that_a_newer_build_added_is_passed_over() =>
        Assert.Equal(new CaseTargetMissed(CaseId), Read("caseTargetMissed", $$"""{"caseId":"{{CaseId}}","senere":[{"o":1}]}"""));

    [Fact]
    public void Times_are_written_in_utc_to_the_tick()
    {
        var at = new DateTimeOffset(2026, 7, 1, 2, 0, 0, TimeSpan.FromHours(2)).AddTicks(3);

        var json = EventJson.Write(new UnderretningRecorded(CaseId, at), new PlainCodec());

        Assert.Contains("\"2026-07-01T00:00:00.0000003Z\"", json, StringComparison.Ordinal);
        Assert.Equal(at, ((UnderretningRecorded)Read("underretningRecorded", json)).GivenAt);
    }

    [Fact]
    public void The_keys_that_stored_events_need_are_found_without_reading_them()
    {
        var written = new ListingCodec();
        HashSet<Guid> owners = [], items = [];

        foreach (var @event in SampleEvents.All)
            SecretScan.Collect(Encoding.UTF8.GetBytes(EventJson.Write(@event, written)), owners, items);

        Assert.Equal(written.Secrets.Where(s => s.Item is null).Select(s => s.Owner).Distinct().Order(), owners.Order());
        Assert.Equal(written.Secrets.Where(s => s.Item is not null).Select(s => s.Item!.Value).Distinct().Order(), items.Order());
    }

    private static Event Read(string type, string json) => EventJson.Read(type, Encoding.UTF8.GetBytes(json), new PlainCodec());

    private sealed class ListingCodec : SecretCodec
    {
        internal List<Secret> Secrets { get; } = [];

        internal override byte[]? Seal(Secret secret)
        {
            Secrets.Add(secret);
            return null;
        }

        internal override string? Open(Secret header, byte[] box) => null;
    }
}
