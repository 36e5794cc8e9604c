using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Access;

/// <summary>One server with two boligorganisationer, in which everything that the matrix asks about has been made.</summary>
public sealed class MatrixServer : IAsyncLifetime
{
    internal HubServer Hub { get; } = new();

    internal Town Nordbo { get; private set; } = null!;

    internal Town Sydbo { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Hub.InitializeAsync();
        var towns = await Task.WhenAll(Town.Build(Hub, "nordbo", Session.Nordlyset), Town.Build(Hub, "sydbo", Session.Soenderparken));
        (Nordbo, Sydbo) = (towns[0], towns[1]);
    }

    public Task DisposeAsync() => Hub.DisposeAsync();
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(Name)]
public sealed class MatrixCollection : ICollectionFixture<MatrixServer>
{
    public const string Name = "access matrix";
}
