namespace Hub.Web.Tests.Server;

/// <summary>One server for the tests that do not disturb each other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedServer : ICollectionFixture<HubServer>
{
    public const string Name = "shared server";
}
