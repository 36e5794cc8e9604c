using Hub.Storage;

namespace Hub.Web.Operations;

/// <summary><c>./hub migrate</c>: brings the database up to this build, as the login of HUB_DATABASE_OWNER where there is one, and ends.</summary>
internal static class Migrate
{
    public const string Verb = "migrate";

    public static Task<int> Run(string[] args, TextWriter output) => OperatorFiles.AsOwner(args, async (database, owner) =>
    {
        await HubStore.MigrateOnly(database, owner);
        await output.WriteLineAsync("The database has the schema of this build.");
    });
}
