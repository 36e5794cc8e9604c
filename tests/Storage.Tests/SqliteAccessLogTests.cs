namespace Hub.Storage.Tests;

public sealed class SqliteAccessLogTests(SqliteFixture fixture) : AccessLogContract(fixture), IClassFixture<SqliteFixture>
{
    protected override string TenantLiteral(Guid id) => $"x'{id:N}'";
}
