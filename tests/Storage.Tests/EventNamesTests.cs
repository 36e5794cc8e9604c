using Hub.Contracts;

namespace Hub.Storage.Tests;

public sealed class EventNamesTests
{
    [Fact]
    public void Every_event_has_one_name_and_every_name_one_event()
    {
        var events = typeof(Event).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Event)) && !t.IsAbstract);

        Assert.Equal(events.OrderBy(t => t.Name), EventNames.All.Select(e => e.Type).OrderBy(t => t.Name));
        Assert.Equal(EventNames.All.Count, EventNames.All.DistinctBy(e => e.Name).Count());
    }

    [Fact]
    public void Names_are_camel_case_words() =>
        Assert.All(EventNames.All, e => Assert.Matches("^[a-z][a-zA-Z]+$", e.Name));

    [Fact]
    public void A_name_leads_back_to_its_event()
    {
        var @event = new TenantCreated("proevebo", "Prøvebo");

        Assert.Equal("tenantCreated", EventNames.Of(@event));
        Assert.Equal(typeof(TenantCreated), EventNames.TypeOf("tenantCreated"));
    }
}
