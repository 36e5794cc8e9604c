namespace Hub.Storage.Sqlite;

/// <summary>Files that only their owner may read.</summary>
internal static class PrivateFile
{
    /// <exception cref="IOException">It is there already.</exception>
    internal static void Create(string path) => Open(path, FileMode.CreateNew, FileShare.ReadWrite).Dispose();

    /// <summary>The mark of the one process that has the store.</summary>
    /// <exception cref="DataFolderInUseException">Another one has it.</exception>
    internal static FileStream Lock(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return Open(path + ".lock", FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException e)
        {
            throw new DataFolderInUseException(Path.GetDirectoryName(path)!, e);
        }
    }

    internal static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
