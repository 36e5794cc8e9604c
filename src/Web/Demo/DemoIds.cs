using Hub.Contracts;

namespace Hub.Web.Demo;

/// <summary>The ids of the demo follow from its names, so that seeding again makes the same ones.</summary>
internal static class DemoIds
{
    private static readonly Guid Root = new("0d5a9c1e-64b0-4f0e-8e0b-2f6f1f1c7a11");

    public static Guid Tenant(string slug) => Of($"tenant/{slug}");

    public static Guid Omraade(string name) => Of($"omraade/{name}");

    public static Guid Lejemaal(string omraade, string address) => Of($"lejemaal/{omraade}/{address}");

    public static Guid User(string email) => Of($"user/{email}");

    public static Guid Command(string what) => Of($"command/{what}");

    private static Guid Of(string name) => CommandIds.Derive(Root, name);
}
