using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Hub.Storage.Tests;

/// <summary>A PostgreSQL server that archives its log, on a folder that can be backed up and restored.</summary>
internal sealed class ArchivedServer : IDisposable
{
    private const string User = "postgres";

    private readonly string root = Directory.CreateTempSubdirectory("hub-archive-").FullName;
    private readonly string binaries = PostgresCluster.FindBinaries();

    private ArchivedServer()
    {
    }

    internal int Port { get; } = FreePort();

    internal string Address => $"postgres://{User}@127.0.0.1:{Port}/{User}";

    private string Data => Path.Combine(root, "data");

    private string Base => Path.Combine(root, "base");

    private string Archive => Path.Combine(root, "archive");

    internal static ArchivedServer Start()
    {
        var server = new ArchivedServer();
        if (Environment.IsPrivilegedProcess)
            Shell($"chown {User} '{server.root}'", asServer: false);
        Shell($"""
            mkdir '{server.Archive}'
            '{server.binaries}/initdb' --pgdata '{server.Data}' --auth trust --username {User} --encoding UTF8 --locale C --no-sync
            """);
        File.AppendAllText(Path.Combine(server.Data, "postgresql.conf"), $"""

            listen_addresses = '127.0.0.1'
            port = {server.Port}
            unix_socket_directories = ''
            fsync = off
            wal_level = replica
            archive_mode = on
            archive_command = 'test ! -f {server.Archive}/%f && cp %p {server.Archive}/%f'
            """);
        server.Up();
        return server;
    }

    internal void BackUp() => Shell($"'{binaries}/pg_basebackup' -h 127.0.0.1 -p {Port} -U {User} -D '{Base}' -X none -c fast");

    /// <summary>Puts the base backup in the place of the server's data and replays the archive up to the named moment.</summary>
    internal async Task Restore(string target)
    {
        // What is not archived yet would be missing, and that is another test.
        await Run("select pg_switch_wal()");
        Down();
        Shell($"rm -rf '{Data}' && cp -r '{Base}' '{Data}' && chmod 700 '{Data}' && touch '{Data}/recovery.signal'");
        File.AppendAllText(Path.Combine(Data, "postgresql.auto.conf"), $"""

            restore_command = 'cp {Archive}/%f %p'
            recovery_target_name = '{target}'
            recovery_target_action = 'promote'
            """);
        Up();
        await Run("do $$ begin while pg_is_in_recovery() loop perform pg_sleep(0.05); end loop; end $$");
    }

    internal async Task Run(string sql)
    {
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={Port};Username={User};Database={User};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        Down();
        Shell($"rm -rf '{root}'", asServer: false);
    }

    private void Up() => Shell($"'{binaries}/pg_ctl' -D '{Data}' -w -t 60 -l '{root}/log' start >/dev/null 2>&1 </dev/null");

    private void Down() => Shell($"'{binaries}/pg_ctl' -D '{Data}' -w -m fast stop");

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static void Shell(string script, bool asServer = true)
    {
        string[] command = asServer && Environment.IsPrivilegedProcess ? ["runuser", "-u", User, "--", "sh", "-ec", script] : ["sh", "-ec", script];
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{script}\n{error}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
