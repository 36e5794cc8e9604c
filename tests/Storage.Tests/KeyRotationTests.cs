namespace Hub.Storage.Tests;

public sealed class SqliteKeyRotationTests(SqliteFixture fixture) : KeyRotationContract(fixture), IClassFixture<SqliteFixture>;

public sealed class PostgresKeyRotationTests(PostgresFixture fixture) : KeyRotationContract(fixture), IClassFixture<PostgresFixture>;
