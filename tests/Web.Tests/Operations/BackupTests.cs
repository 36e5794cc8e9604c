using System.Text;
using Hub.Contracts;
using Hub.Grains;
using Hub.Storage;
using Hub.Web.Operations;
using Hub.Web.Tests.Server;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Web.Tests.Operations;

/// <summary>Backup, restore and a new master key, as the operator does them on a data folder.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TempFolder elsewhere = new();

    private string Backed => elsewhere.File("hub.backup");

    [Fact]
    public async Task What_was_backed_up_while_Hub_ran_is_there_again_after_a_restore_and_the_epoch_is_another()
    {
        await using var hub = new Disposing(await HubServer.Start());
        var (kept, epoch) = (await Flag(hub, "Før"), await Epoch(hub));
        Assert.Equal(0, await Backup.Run(Args(hub, "--file", Backed), TextWriter.Null));
        var lost = await Flag(hub, "Efter");

        await hub.Server.Restart(() => Restore.Run(Args(hub, "--file", Backed), TextWriter.Null));

        var cases = await Cases(hub);
        Assert.Contains(kept, cases);
        Assert.DoesNotContain(lost, cases);
        Assert.NotEqual(epoch, await Epoch(hub));
        Assert.Equal(AccessDamage.None, Assert.Single((await hub.Store.AccessLog.Verify([], default)).Select(c => c.Damage).Distinct()));
    }

    [Fact]
    public async Task The_data_has_no_key_and_neither_file_has_a_text_or_the_master_key()
    {
        await using var hub = new Disposing(await HubServer.Start());
        await Flag(hub, "Hemmeligheden");
        await Backup.Run(Args(hub, "--file", Backed), TextWriter.Null);

        var (data, keys) = (await File.ReadAllBytesAsync(Backed), await File.ReadAllBytesAsync(Backed + ".keys"));
        var master = Convert.FromBase64String((await File.ReadAllTextAsync(Path.Combine(hub.Server.Folder, "tenant.key"))).Split(':')[1]);
        var wrapped = Column(Backed + ".keys", "select wrapped from subject_keys where wrapped is not null union all select wrapped from tenant_keys");

        Assert.NotEmpty(wrapped);
        Assert.All(wrapped, key => Assert.True(data.AsSpan().IndexOf(key) < 0, "A key lies in the data."));
        Assert.All([data, keys], file =>
        {
            Assert.True(file.AsSpan().IndexOf("Hemmeligheden"u8) < 0);
            Assert.True(file.AsSpan().IndexOf(master) < 0);
            Assert.True(file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Convert.ToBase64String(master))) < 0);
        });
        Assert.True(data.AsSpan().IndexOf("caseFlagged"u8) >= 0, "The search finds what is there.");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backed));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backed + ".keys"));
        }
    }

    [Fact]
    public async Task Art_17_Who_was_erased_after_the_backup_is_erased_again_by_the_restore()
    {
        await using var hub = new Disposing(await HubServer.Start());
        var caseId = await Flag(hub, "Om en person");
        await Backup.Run(Args(hub, "--file", Backed), TextWriter.Null);
        await hub.Send("dpo", new ErasePersons(caseId));

        using var told = new StringWriter();
        await hub.Server.Restart(() => Restore.Run(Args(hub, "--file", Backed), told));

        Assert.Contains("erasures on the list", told.ToString(), StringComparison.Ordinal);
        var flagged = (CaseFlagged)(await hub.Store.ReadCase(hub.Stream, caseId, default))[0].Event;
        Assert.Null(flagged.Beboer!.Name!.Value);
        Assert.Null(flagged.Description.Value);
        Assert.Contains(await hub.Store.ReadCase(hub.Stream, caseId, default), r => r.Event is PersonsErased);
    }

    [Fact]
    public async Task A_running_Hub_is_not_restored_over()
    {
        await using var hub = new Disposing(await HubServer.Start());
        await Backup.Run(Args(hub, "--file", Backed), TextWriter.Null);

        var refused = await Assert.ThrowsAsync<SettingsException>(() => Restore.Run(Args(hub, "--file", Backed), TextWriter.Null));

        Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_backup_and_the_keys_of_another_store_leave_the_store_as_it_is()
    {
        await using var hub = new Disposing(await HubServer.Start());
        await using var other = new Disposing(await HubServer.Start());
        var caseId = await Flag(hub, "Bliver");
        await Backup.Run(Args(hub, "--file", Backed), TextWriter.Null);
        await Backup.Run(Args(other, "--file", elsewhere.File("other")), TextWriter.Null);
        var damaged = elsewhere.File("damaged");
        var bytes = await File.ReadAllBytesAsync(Backed);
        bytes.AsSpan(4096, 4096 * 4).Fill(0xAA);
        await File.WriteAllBytesAsync(damaged, bytes);

        await hub.Server.Restart(async () =>
        {
            await Assert.ThrowsAsync<SettingsException>(() => Restore.Run(Args(hub, "--file", damaged, "--keys", Backed + ".keys"), TextWriter.Null));
            await Assert.ThrowsAsync<SettingsException>(() => Restore.Run(Args(hub, "--file", Backed, "--keys", elsewhere.File("other.keys")), TextWriter.Null));
            await Assert.ThrowsAsync<SettingsException>(() => Restore.Run(Args(hub, "--file", Backed, "--HUB_TENANT_KEY", TenantKeyRing.Generate("k1")), TextWriter.Null));
        });

        Assert.Contains(caseId, await Cases(hub));
    }

    [Fact]
    public async Task A_backup_is_never_written_over()
    {
        await using var hub = new Disposing(await HubServer.Start());
        await Backup.Run(Args(hub, "--file", Backed), TextWriter.Null);
        var first = await File.ReadAllBytesAsync(Backed);

        await Assert.ThrowsAsync<SettingsException>(() => Backup.Run(Args(hub, "--file", Backed), TextWriter.Null));

        Assert.Equal(first, await File.ReadAllBytesAsync(Backed));
        Assert.Equal(2, Directory.GetFiles(elsewhere.Path).Length);
    }

    [Fact]
    public async Task A_new_master_key_wraps_all_and_the_old_one_still_checks_what_it_marked()
    {
        await using var hub = new Disposing(await HubServer.Start());
        var caseId = await Flag(hub, "Kan stadig læses");
        await Cases(hub);

        await hub.Server.Restart(() => RotateKey.Run(Args(hub), TextWriter.Null));

        var keys = (await File.ReadAllTextAsync(Path.Combine(hub.Server.Folder, "tenant.key"))).Split(',');
        var current = keys[0].Split(':')[0];
        Assert.Equal(2, keys.Length);
        Assert.All(Text(Path.Combine(hub.Server.Folder, "hub.db"), "select key_id from tenant_keys"), id => Assert.Equal(current, id));
        Assert.Equal("Kan stadig læses", ((CaseFlagged)(await hub.Store.ReadCase(hub.Stream, caseId, default))[0].Event).Description.Value);
        Assert.All(await hub.Store.AccessLog.Verify([], default), c => Assert.Equal(AccessDamage.None, c.Damage));
    }

    [Fact]
    public async Task A_rotation_that_was_cut_off_is_finished_under_the_key_that_it_made()
    {
        await using var hub = new Disposing(await HubServer.Start());
        var file = Path.Combine(hub.Server.Folder, "tenant.key");

        await hub.Server.Restart(async () =>
        {
            await File.WriteAllTextAsync(file, TenantKeyRing.WithNew(await File.ReadAllTextAsync(file)));
            var halfway = await File.ReadAllTextAsync(file);
            await RotateKey.Run(Args(hub), TextWriter.Null);
            Assert.Equal(halfway, await File.ReadAllTextAsync(file));
        });

        Assert.All(Text(Path.Combine(hub.Server.Folder, "hub.db"), "select key_id from tenant_keys"), id => Assert.Equal("k2", id));
    }

    public void Dispose() => elsewhere.Dispose();

    private static string[] Args(Disposing hub, params string[] more) => [$"--HUB_DATA={hub.Server.Folder}", .. more];

    private static async Task<Guid> Flag(Disposing hub, string description) => (await hub.Send("ejendom", new FlagCase(
        Category.Mistrivsel, Severity.Mellem, Vulnerability.Ukendt, description, new PersonInput("Prøve Prøvesen", null, null, null), [], false, Kilde.Medarbejder, null,
        new LegalBasisInput(LegalBasisKind.IkkeSpurgt), null))).CaseId!.Value;

    private static async Task<IEnumerable<Guid>> Cases(Disposing hub) =>
        (await hub.Server.Services.GetRequiredService<IBoligomraader>().ReadWorkspace(hub.Who("ejendom"), default)).Staff!.Cases.Select(c => c.CaseId);

    private static Task<string> Epoch(Disposing hub) => hub.Store.ReadEpoch(default);

    private static List<byte[]> Column(string file, string sql) => Read(file, sql, r => r.GetFieldValue<byte[]>(0));

    private static List<string> Text(string file, string sql) => Read(file, sql, r => r.GetString(0));

    private static List<T> Read<T>(string file, string sql, Func<SqliteDataReader, T> map)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    /// <summary>A server with its demo, and people in its first area.</summary>
    private sealed class Disposing(HubServer server) : IAsyncDisposable
    {
        public HubServer Server => server;

        public HubStore Store => server.Services.GetRequiredService<HubStore>();

        public StreamKey Stream => new(Who("ejendom").Tenant, Who("ejendom").OmraadeId);

        public Membership Who(string role) => Members().First(m => (m.Rolle, m.Kontor) == (role == "dpo" ? (Rolle.Dpo, (Kontor?)null) : (Rolle.Medarbejder, Kontor.Ejendomskontor)));

        public async Task<Receipt> Send(string role, Command command) =>
            (await server.Services.GetRequiredService<IBoligomraader>().Execute(Who(role), new Request(Guid.NewGuid(), [1], command), default)).Receipt!;

        public ValueTask DisposeAsync() => new(server.DisposeAsync());

        private IEnumerable<Membership> Members()
        {
            var directory = server.Services.GetRequiredService<ITenantDirectory>();
            return directory.Members(directory.Tenants.Single(t => t.Slug == "nordbo").Omraader.Select(directory.Omraade).Single(o => o!.Name == "Nordlyset")!.Id);
        }
    }
}
