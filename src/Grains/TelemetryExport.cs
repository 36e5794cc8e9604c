using Hub.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hub.Grains;

/// <summary>Sends what a process tells of itself to where OTEL_EXPORTER_OTLP_ENDPOINT says; nowhere without it. Only Hub's own meter and traces: those of the framework have addresses in them.</summary>
public static class TelemetryExport
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <param name="services">The process's.</param>
    /// <param name="configuration">Its settings.</param>
    /// <param name="service">What the process is called where it is read.</param>
    /// <exception cref="FormatException">The setting makes no sense; the message says why.</exception>
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration, string service)
    {
        if (configuration[Endpoint] is not { Length: > 0 } given)
        {
            return services;
        }

        var endpoint = Uri.TryCreate(given, UriKind.Absolute, out var uri) ? uri : throw new FormatException($"{Endpoint} must be an address.");
        var overHttp = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "http/protobuf";
        services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().ConfigureResource(r => r.AddService(service)).AddMeter(Telemetry.Name)
            .AddOtlpExporter(o => SendTo(o, endpoint, overHttp, "v1/metrics")).Build());
        services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().ConfigureResource(r => r.AddService(service)).AddSource(Telemetry.Name)
            .AddOtlpExporter(o => SendTo(o, endpoint, overHttp, "v1/traces")).Build());
        return services.AddHostedService<Exporting>();
    }

    private static void SendTo(OtlpExporterOptions options, Uri endpoint, bool overHttp, string path)
    {
        options.Protocol = overHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        options.Endpoint = overHttp ? new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}") : endpoint;
    }

    /// <summary>Makes both when the process starts; the container ends them, and they send the rest.</summary>
#pragma warning disable CS9113 // being asked for is all that they need
    private sealed class Exporting(MeterProvider meters, TracerProvider traces) : IHostedService
#pragma warning restore CS9113
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
