using System.Diagnostics;

namespace Hub.Deploy.Tests;

/// <summary>A program that is run to its end.</summary>
internal static class Run
{
    /// <summary>What it writes; an exception with what it complained of, where it fails.</summary>
    public static Task<string> Output(string program, string[] arguments, string input = "") =>
        Output(new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.GetTempPath() }, input);

    /// <summary>The same, as one likes.</summary>
    public static async Task<string> Output(ProcessStartInfo start, string input = "")
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)}: {await output}{await errors}");
    }
}
