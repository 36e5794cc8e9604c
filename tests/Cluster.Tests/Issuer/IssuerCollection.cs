namespace Hub.Cluster.Tests.Issuer;

/// <summary>One server for the tests of the issuer.</summary>
[CollectionDefinition(Name)]
public sealed class IssuerCollection : ICollectionFixture<IssuerHub>
{
    public const string Name = "issuer";
}
