using System.Diagnostics;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Live;

public sealed class HenvendelserTests
{
    [Fact]
    public async Task Every_henvendelse_is_routed_handled_and_closed_while_each_office_is_told_exactly_what_it_may_know()
    {
        var server = await HubServer.Start();
        try
        {
            using var story = Process.Start(new ProcessStartInfo("node", ["henvendelser.mjs", server.Address.OriginalString.TrimEnd('/')])
            {
                WorkingDirectory = LiveClients.Folder,
                RedirectStandardOutput = true,
            })!;
            var report = await story.StandardOutput.ReadToEndAsync();
            await story.WaitForExitAsync();

            Assert.True(story.ExitCode == 0, report);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }
}
