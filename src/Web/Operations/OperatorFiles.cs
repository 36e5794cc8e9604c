using System.Data.Common;
using Hub.Storage;
using Hub.Storage.Sqlite;
using Hub.Web.Hosting;

namespace Hub.Web.Operations;

/// <summary>What the operator's commands on a data folder have in common.</summary>
internal static class OperatorFiles
{
    public static Settings Settings(IConfiguration configuration) => SettingsReader.Read(configuration);

    public static IConfiguration Read(string[] args) => new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();

    public static string Given(IConfiguration configuration, string option) =>
        configuration[option] is { Length: > 0 } path ? Path.GetFullPath(path) : throw new SettingsException($"--{option} is missing.");

    /// <summary>The SQLite file: PostgreSQL has tools of its own (docs/operations.md).</summary>
    public static string Sqlite(Settings settings) => settings.Database.StartsWith("sqlite:", StringComparison.Ordinal)
        ? Path.GetFullPath(settings.Database["sqlite:".Length..])
        : throw new SettingsException("This is for the default edition's SQLite file; for PostgreSQL see docs/operations.md.");

    /// <summary>Runs what the owner of the tables does. It needs no key, so that whoever runs it can read nothing.</summary>
    public static Task<int> AsOwner(string[] args, Func<string, string?, Task> command) => OneLine(async () =>
    {
        var (database, owner) = SettingsReader.Addresses(Read(args));
        try
        {
            await command(database, owner);
        }
        catch (Exception e) when (e is DbException or StoreBusyException or InvalidOperationException)
        {
            throw new SettingsException($"Nothing was done: {e.Message.Split('\n')[0]}");
        }
    });

    /// <summary>Runs a command and says in one line what is in its way.</summary>
    public static async Task<int> OneLine(Func<Task> command)
    {
        try
        {
            await command();
            return 0;
        }
        catch (Exception e) when (e is BackupException or DataFolderInUseException or FormatException)
        {
            throw new SettingsException(e.Message);
        }
    }
}
