namespace Hub.Storage.Tests;

public sealed class PostgresDraftTests(PostgresFixture fixture) : DraftContract(fixture), IClassFixture<PostgresFixture>
{
    protected override string MakeOld => "update drafts set saved_at = saved_at - interval '31 days'";
}
