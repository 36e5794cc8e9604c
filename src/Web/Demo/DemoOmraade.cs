using Hub.Contracts;

namespace Hub.Web.Demo;

/// <summary>One boligområde of the demo: its afdelinger, each a street with its doors.</summary>
internal sealed record DemoOmraade(string Tenant, string TenantName, string Name, string[] Streets, int[] Numbers)
{
    private static readonly string[] Doors = ["st. tv", "st. th", "1. tv", "1. th", "2. tv", "2. th"];

    public static DemoOmraade Nordlyset { get; } = new("nordbo", "Nordbo", "Nordlyset", ["Polarvej", "Stjernestien"], [2, 4, 6, 8]);

    public static DemoOmraade Havnegaarden { get; } = new("nordbo", "Nordbo", "Havnegården", ["Tjærepladsen", "Fyrvej"], [1, 3, 5]);

    public static DemoOmraade Soenderparken { get; } = new("sydbo", "Sydbo", "Sønderparken", ["Hybenvænget", "Slåenvænget"], [10, 12, 14]);

    public static IReadOnlyList<DemoOmraade> All { get; } = [Nordlyset, Havnegaarden, Soenderparken];

    public Guid Id => DemoIds.Omraade(Name);

    public Guid TenantId => DemoIds.Tenant(Tenant);

    public IReadOnlyList<string> Afdelinger => [.. Streets.Select(s => $"Afdeling {s}")];

    public IReadOnlyList<Lejemaal> Lejemaal =>
    [
        .. from street in Streets
           from number in Numbers
           from door in Doors
           select $"{street} {number}, {door}" into address
           select new Lejemaal(DemoIds.Lejemaal(Name, address), $"Afdeling {address.Split(' ')[0]}", address),
    ];

    /// <summary>Who works here: everybody of the tenant, but one adviser whom the kommune lends to a single area.</summary>
    public IEnumerable<DemoPerson> People =>
        DemoPeople.All.Where(p => p.Tenant == Tenant && (p.Email != "boligsocial2@nordbo.example" || this == Havnegaarden));
}
