using Hub.Grains;
using Hub.Web.Accounts;
using Hub.Web.Demo;
using Hub.Web.Edge;
using Hub.Web.Errors;
using Hub.Web.Features;
using Hub.Web.Features.AccessLog;
using Hub.Web.Features.Drift;
using Hub.Web.Features.Offline;
using Hub.Web.Features.Privacy;
using Hub.Web.Hosting;
using Hub.Web.Json;
using Hub.Web.Layout;
using Hub.Web.Live;
using Hub.Web.Operations;

namespace Hub.Web;

/// <summary>Hub's web process, from its settings to its endpoints.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            if (args is [VerifyLog.Verb, .. var rest])
            {
                return await VerifyLog.Run(rest);
            }

            if (Operator(args) is { } operation)
            {
                return await operation;
            }

            if (args is [SignInProvider.Verb, .. var provider])
            {
                await SignInProvider.Run(provider, Console.Out);
                return 0;
            }

            if (args is [FirstAdmin.Verb, .. var options])
            {
                await FirstAdmin.Run(options, Console.Out);
                return 0;
            }

            if (args is [EndTenant.Verb, .. var end])
            {
                await EndTenant.Run(end, Console.Out);
                return 0;
            }

            await using var app = Build(args);
            await app.RunAsync();
            return Environment.ExitCode;
        }
        catch (SettingsException e)
        {
            await Console.Error.WriteLineAsync($"hub: {e.Message}");
            return 1;
        }
    }

    private static Task<int>? Operator(string[] args) => args switch
    {
        [Backup.Verb, .. var rest] => Backup.Run(rest, Console.Out),
        [Restore.Verb, .. var rest] => Restore.Run(rest, Console.Out),
        [RotateKey.Verb, .. var rest] => RotateKey.Run(rest, Console.Out),
        [Migrate.Verb, .. var rest] => Migrate.Run(rest, Console.Out),
        [TendKeys.Verb, .. var rest] => TendKeys.Run(rest, Console.Out),
        [PrivacyRecord.Verb] => PrivacyRecord.Run(Console.Out),
        _ => null,
    };

    /// <summary>The whole server, ready to be started.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = "Hub.Web",
            ContentRootPath = AppContext.BaseDirectory,
        });
        var settings = SettingsReader.Read(builder.Configuration);
        builder.UseHubServer(settings);
        builder.Services.AddSingleton(settings).AddHubJson();
        builder.AddEngine(settings);
        builder.Services.AddStore(settings).AddTurn().AddAccessLog().AddDemo(settings).AddLive().AddStartUp();
        builder.Services.AddAccounts(settings).AddRateLimits(settings).AddExceptionHandler<UnexpectedErrors>().AddSingleton<RefusedCalls>();
        builder.Services.AddForms().AddPages(settings).AddCompression().AddStoredProtectionKeys();
        SettingsException.Of(() => builder.Services.AddTelemetryExport(builder.Configuration, "hub"));

        builder.AddOwnIssuer(settings);

        var app = builder.Build();
        app.UseResponseCompression();
        app.UseServerTiming();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders().UseLanguages().UseExceptionHandler(_ => { }).UseReadiness().UseRequestLimit(settings).UseRefusedCalls().UseDriftGate();
        app.UseOwnIssuer().UseAuthentication().UseRateLimiter().UseAuthorization().UseNewMemberships().UseSecondFactor().UseReadableForms().UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapApi();
        app.MapLive();
        app.MapForms();
        app.MapFragments();
        app.MapOffline();
        app.MapOwnIssuer();
        app.MapPages();
        return app;
    }
}
