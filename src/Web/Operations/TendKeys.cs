using Hub.Storage;

namespace Hub.Web.Operations;

/// <summary>
/// <c>./hub tend-keys</c>: overwrites what is left of dropped keys. A Hub whose login owns the tables does so every night; where it does not,
/// somebody else has to, as HUB_DATABASE_OWNER.
/// </summary>
internal static class TendKeys
{
    public const string Verb = "tend-keys";

    public static Task<int> Run(string[] args, TextWriter output) => OperatorFiles.AsOwner(args, async (database, owner) =>
        await output.WriteLineAsync(await HubStore.TendKeysOnly(database, owner)
            ? "What was left of dropped keys is overwritten."
            : "No key was dropped since the last time."));
}
