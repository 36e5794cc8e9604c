using Hub.Storage.Sqlite;

namespace Hub.Web.Operations;

/// <summary><c>./hub backup FILE</c>: everything but the keys into FILE, the keys into FILE.keys. Hub may run meanwhile.</summary>
internal static class Backup
{
    public const string Verb = "backup";

    public static Task<int> Run(string[] args, TextWriter output) => OperatorFiles.OneLine(async () =>
    {
        var given = OperatorFiles.Read(args);
        var settings = OperatorFiles.Settings(given);
        var file = OperatorFiles.Given(given, "file");
        SqliteBackup.Write(OperatorFiles.Sqlite(settings), file, file + ".keys");
        await File.WriteAllTextAsync(Path.Combine(settings.DataFolder, LastBackup.FileName), "");
        await output.WriteLineAsync($"{file}: the data. It may be kept.");
        await output.WriteLineAsync($"{file}.keys: the keys. Keep them elsewhere, and not for long: whoever is erased can be brought back with them.");
    });
}

/// <summary>The trace that a backup leaves in the data folder: its time is that of the last one.</summary>
internal static class LastBackup
{
    public const string FileName = "last-backup";

    public static DateTimeOffset? Of(Settings settings) =>
        new FileInfo(Path.Combine(settings.DataFolder, FileName)) is { Exists: true } file ? file.LastWriteTimeUtc : null;
}
