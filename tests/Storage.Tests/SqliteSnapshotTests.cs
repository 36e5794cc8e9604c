namespace Hub.Storage.Tests;

public sealed class SqliteSnapshotTests(SqliteFixture fixture) : SnapshotContract(fixture), IClassFixture<SqliteFixture>;
