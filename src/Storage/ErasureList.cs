using System.Text;

namespace Hub.Storage;

/// <summary>
/// The list of erasures: a folder beside the database, in which every process appends to a file of its own. A restore must leave it alone.
/// </summary>
internal sealed class ErasureList(string folder) : IDisposable
{
    private const string Pattern = "*.jsonl";
    private readonly Lock gate = new();
    private FileStream? own;

    internal void Add(Erased erased)
    {
        lock (gate)
        {
            own ??= OpenOwn();
            own.Write(Encoding.UTF8.GetBytes(ErasedJson.Write(erased) + "\n"));
            own.Flush(flushToDisk: true);
        }
    }

    internal IReadOnlyList<Erased> Read() => !Directory.Exists(folder) ? [] :
        [.. Directory.GetFiles(folder, Pattern).Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    public void Dispose() => own?.Dispose();

    /// <summary>A line that a crash cut short was acknowledged to nobody; the log still has it, and it is put on the list again.</summary>
    private static List<Erased> ReadFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var erased = new List<Erased>();
        while (reader.ReadLine() is { } line)
            if (ErasedJson.Read(line) is { } one)
                erased.Add(one);
        return erased;
    }

    /// <summary>Two processes of one machine have two files.</summary>
    private FileStream OpenOwn()
    {
        Directory.CreateDirectory(folder);
        for (var n = 1; ; n++)
        {
            try
            {
                return Open(Path.Combine(folder, $"{Environment.MachineName}-{n}.jsonl"));
            }
            catch (IOException) when (n < 100)
            {
                // another process has it
            }
        }
    }

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
                file.WriteByte((byte)'\n');
        }

        return file;
    }
}
