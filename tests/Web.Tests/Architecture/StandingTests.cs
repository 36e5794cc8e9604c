using System.Text.RegularExpressions;

namespace Hub.Web.Tests.Architecture;

/// <summary>What a caller is depends on how they signed in and on what their token says: whoever asks the directory by user id has forgotten both.</summary>
public sealed partial class StandingTests
{
    [Fact]
    public void Nobody_asks_the_directory_what_the_caller_is_by_their_user_id_alone()
    {
        var asking = Repository.Files.Where(f => f.StartsWith("src/Web/", StringComparison.Ordinal) && f is not "src/Web/Edge/Standing.cs")
            .Where(f => ByUserId().IsMatch(Repository.Read(f))).ToList();

        Assert.Empty(asking);
        Assert.Matches(ByUserId(), Repository.Read("src/Web/Edge/Standing.cs"));
    }

    [GeneratedRegex(@"irectory\.(Find|Of)\([^\n]*UserId\(\)")]
    private static partial Regex ByUserId();
}
