using Npgsql;

namespace Hub.Storage.Tests;

public sealed class PostgresAccessLogTests(PostgresFixture fixture) : AccessLogContract(fixture), IClassFixture<PostgresFixture>
{
    private readonly PostgresFixture fixture = fixture;

    [Theory]
    [InlineData("update access_log set user_id = tenant")]
    [InlineData("delete from access_log")]
    [InlineData("delete from access_heads")]
    public async Task Hub_itself_may_neither_change_nor_delete_a_row(string sql)
    {
        await using var command = fixture.Store.Postgres!.CreateCommand(sql);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    protected override string TenantLiteral(Guid id) => $"'{id}'";
}
