using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.FileProviders;

namespace Hub.Web.Features.Offline;

/// <summary>The service worker as one file: what to keep, the queue, and the worker itself. A change in any of them makes it another.</summary>
internal static class WorkerScript
{
    public static (byte[] Text, string Hash) Write(IFileProvider files, ResourceAssetCollection assets)
    {
        var kept = Shell.Shared.Concat(Shell.Own).Select(f => $"/{assets[f]}").Append($"/{Shell.Font}").ToArray();
        var parts = string.Join('\n', Read(files, "js/queue.js"), Read(files, "js/worker.js"));
        var name = $"hub-{Hash(string.Join(' ', kept) + parts + typeof(WorkerScript).Module.ModuleVersionId)}";
        var text = $"const hubShell = {JsonSerializer.Serialize(new { name, page = Shell.Address, files = kept }, JsonSerializerOptions.Web)};\n{parts}";
        return (Encoding.UTF8.GetBytes(text), Hash(text));
    }

    private static string Read(IFileProvider files, string path)
    {
        using var reader = new StreamReader(files.GetFileInfo(path).CreateReadStream());
        return reader.ReadToEnd();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
