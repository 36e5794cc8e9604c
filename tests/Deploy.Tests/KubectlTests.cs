namespace Hub.Deploy.Tests;

public sealed class KubectlTests
{
    [Theory]
    [InlineData("v1.27.0")]
    [InlineData("v1.32.4-dispatcher")]
    public void A_version_that_renders_is_used(string version) => Assert.Null(Kubectl.TooOld(version));

    [Theory]
    [InlineData("v1.20.2")]
    [InlineData("v1.26.9")]
    [InlineData("")]
    public void One_that_is_too_old_is_named(string version) => Assert.Contains($"kubectl is {version}", Kubectl.TooOld(version), StringComparison.Ordinal);
}
