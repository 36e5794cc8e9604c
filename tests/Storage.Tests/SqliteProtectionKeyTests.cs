namespace Hub.Storage.Tests;

public sealed class SqliteProtectionKeyTests(SqliteFixture fixture) : ProtectionKeyContract(fixture), IClassFixture<SqliteFixture>;
