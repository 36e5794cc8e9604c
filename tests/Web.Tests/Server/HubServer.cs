using Hub.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Web.Tests.Server;

/// <summary>The whole server on a free port with its demo, on a real file in a folder of its own.</summary>
public sealed class HubServer : IAsyncLifetime
{
    public const string Password = "Hub-demo-2026!";

    private readonly TempFolder folder = new();
    private WebApplication? app;

    public Uri Address { get; private set; } = null!;

    public string Folder => folder.Path;

    public IServiceProvider Services => app!.Services;

    /// <summary>Settings besides the folder, the port and the demo; set before the start.</summary>
    public Dictionary<string, string> Settings { get; } = new() { ["HUB_DEMO"] = "true" };

    public static async Task<HubServer> Start(params (string Name, string Value)[] settings)
    {
        var server = new HubServer();
        foreach (var (name, value) in settings)
        {
            server.Settings[name] = value;
        }

        await server.InitializeAsync();
        return server;
    }

    /// <summary>Hears what the server logs; set before the start.</summary>
    public ILoggerProvider? Log { get; init; }

    public async Task InitializeAsync()
    {
        await StartUnready();
        await app!.Services.GetRequiredService<Readiness>().WhenReached;
    }

    /// <summary>Starts to listen and does not wait for the store.</summary>
    public async Task StartUnready()
    {
        app = Program.Build([
            $"--HUB_DATA={folder.Path}", "--HUB_URLS=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft=None",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=None",
            .. Settings.Select(s => $"--{s.Key}={s.Value}")]);
        if (Log is not null)
        {
            app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
        }

        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Stops the server and starts another on the same folder.</summary>
    public async Task Restart(Func<Task>? meanwhile = null)
    {
        await app!.DisposeAsync();
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        await InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Someone who has not signed in.</summary>
    public Session Anonymous() => new(this, NewClient());

    /// <summary>A demo user with a bearer token.</summary>
    public async Task<Session> SignIn(string email)
    {
        var session = Anonymous();
        var answer = await session.Post("/api/v1/login", new { email, password = Password });
        session.Client.DefaultRequestHeaders.Authorization = new("Bearer", answer.Json["accessToken"]!.GetValue<string>());
        return session;
    }

    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, UseProxy = false }) { BaseAddress = Address };
}
