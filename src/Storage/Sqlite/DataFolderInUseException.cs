namespace Hub.Storage.Sqlite;

/// <summary>Another process has this SQLite store open.</summary>
public sealed class DataFolderInUseException(string folder, Exception inner)
    : Exception($"The data folder {folder} is in use by another process.", inner);
