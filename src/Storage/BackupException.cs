namespace Hub.Storage;

/// <summary>A backup that could not be made or used; the message is the line that the operator reads.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
