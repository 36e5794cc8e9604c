using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Web.Tests.Hosting;

/// <summary>Takes in what is sent by OTLP over HTTP.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private TaskCompletionSource arrived = Next();

    private Collector(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Path, string Body)> Received { get; } = [];

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector.app.MapPost("/v1/{kind}", collector.Take);
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>Waits until something of the kind has come.</summary>
    public async Task Until(Func<(string Path, string Body), bool> looked)
    {
        for (var next = Volatile.Read(ref arrived); !Received.Any(looked); next = Volatile.Read(ref arrived))
        {
            await next.Task;
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Received.Enqueue((http.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        Interlocked.Exchange(ref arrived, Next()).SetResult();
        http.Response.StatusCode = (int)HttpStatusCode.OK;
    }

    private static TaskCompletionSource Next() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
