namespace Hub.Storage.Tests;

public sealed class PostgresProtectionKeyTests(PostgresFixture fixture) : ProtectionKeyContract(fixture), IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task While_one_node_makes_the_first_key_the_other_waits()
    {
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        var order = new List<string>();
        var first = Task.Run(() => fixture.Store.ProtectionKeys.Alone(() =>
        {
            entered.SetResult();
            leave.Task.Wait();
            order.Add("first");
        }, default));
        await entered.Task;

        var second = fixture.SecondNode.ProtectionKeys.Alone(() => order.Add("second"), default);
        await fixture.Database.UntilSomebodyWaits();
        leave.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(["first", "second"], order);
    }
}
