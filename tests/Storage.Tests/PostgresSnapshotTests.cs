namespace Hub.Storage.Tests;

public sealed class PostgresSnapshotTests(PostgresFixture fixture) : SnapshotContract(fixture), IClassFixture<PostgresFixture>;
