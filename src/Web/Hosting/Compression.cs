using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Hub.Web.Hosting;

/// <summary>
/// Pages and answers are sent compressed: a bridge with two hundred cards is a twentieth of its size. Over TLS too: to learn a
/// secret from sizes one must make a signed-in browser ask again and again, and the cookie is not sent along from other sites.
/// </summary>
internal static class Compression
{
    public static IServiceCollection AddCompression(this IServiceCollection services) => services
        .AddResponseCompression(o => (o.EnableForHttps, o.MimeTypes) = (true, ["text/html", "application/json", "application/problem+json"]))
        .Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
}
