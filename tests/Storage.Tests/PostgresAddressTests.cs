using Hub.Storage.Postgres;

namespace Hub.Storage.Tests;

public sealed class PostgresAddressTests
{
    [Fact]
    public void An_address_names_host_port_database_login_and_options()
    {
        var settings = PostgresAddress.Parse("postgres://hub%40dk:p%2Fw%3A@db.example:6543/hub?sslmode=require");

        Assert.Equal(("db.example", 6543, "hub"), (settings.Host, settings.Port, settings.Database));
        Assert.Equal(("hub@dk", "p/w:"), (settings.Username, settings.Password));
        Assert.Equal(Npgsql.SslMode.Require, settings.SslMode);
    }

    [Theory]
    [InlineData("verify-full", Npgsql.SslMode.VerifyFull)]
    [InlineData("verify-ca", Npgsql.SslMode.VerifyCA)]
    [InlineData("VerifyFull", Npgsql.SslMode.VerifyFull)]
    public void Whether_the_server_is_verified_may_be_said_as_PostgreSQL_says_it(string said, Npgsql.SslMode mode) =>
        Assert.Equal(mode, PostgresAddress.Parse($"postgres://hub@db.example/hub?sslmode={said}").SslMode);

    [Fact]
    public void The_port_may_be_left_out() => Assert.Equal(5432, PostgresAddress.Parse("postgresql://hub@db.example/hub").Port);

    [Theory]
    [InlineData("mysql://hub:hemmelig@db.example/hub")]
    [InlineData("postgres://hub:hemmelig@db.example")]
    [InlineData("hemmelig")]
    [InlineData("postgres://hub@db.example/hub?hemmelig=1")]
    [InlineData("postgres://hub@db.example/hub?sslmode=hemmelig")]
    public void Another_shape_is_refused_without_repeating_it(string address) =>
        Assert.DoesNotContain("hemmelig", Assert.Throws<FormatException>(() => PostgresAddress.Parse(address)).Message, StringComparison.Ordinal);
}
