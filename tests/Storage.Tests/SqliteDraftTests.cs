namespace Hub.Storage.Tests;

public sealed class SqliteDraftTests(SqliteFixture fixture) : DraftContract(fixture), IClassFixture<SqliteFixture>
{
    protected override string MakeOld => "update drafts set saved_at = saved_at - 31 * 86400000000";
}
