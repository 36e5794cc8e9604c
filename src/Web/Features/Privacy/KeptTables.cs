namespace Hub.Web.Features.Privacy;

/// <summary>Every table of the database, and what in it is about people. A table without an entry fails a test.</summary>
internal static class KeptTables
{
    private const string WithAccount = "with the account";
    private const string Never = "–";

    public static IReadOnlyList<KeptTable> All { get; } =
    [
        new("store", "nothing", Never),
        new("heads", "nothing: ids and counts", Never),
        new("events", "the fields above, encrypted; the codes above; who did what when, by id", "texts with their keys; ids, codes and times stay"),
        new("receipts", "ids of what a command made", "with the area"),
        new("deadlines", "ids and times", "when they are met"),
        new("tenant_keys", "wrapped keys", "with the boligorganisation"),
        new("subject_keys", "a wrapped key per person and case; without bytes once dropped", "erasure, refusal, end of the period of deletion"),
        new("item_keys", "a wrapped key per text; without bytes once dropped", "with the owner's key, or when one text is corrected or taken out"),
        new("key_tables", "nothing: whether dropped keys wait to be overwritten", Never, "Postgres"),
        new("snapshots", "the state of an area, its texts encrypted under the same keys as in the events", "with the next erasure in the area; written anew from what is left"),
        new("orleansstorage", "the cluster edition's snapshots, the same as in the default edition's", "with the next erasure in the area; written anew from what is left", "Postgres"),
        new("orleansmembershiptable", "nothing: the cluster edition's silos", Never, "Postgres"),
        new("orleansmembershipversiontable", "nothing: how often they have changed", Never, "Postgres"),
        new("orleansquery", "nothing: how the cluster edition reads and writes these", Never, "Postgres"),
        new("deletable_cases", "what a case is deleted by: id, number, category, outcome, time", "when the case has been deleted"),
        new("drafts", "what a colleague has typed and not sent, encrypted like any text", "when it is sent or thrown away; after 30 days"),
        new("access_log", "which colleague was told which fields of which case, when and why; ids and codes, no name and no text", "not yet: no period is set"),
        new("access_heads", "nothing: where each chain ends", Never),
        new("protection_keys", "nothing: the keys of cookies and tokens, encrypted", Never),
        new("issuer_clients", "nothing: the apps and other systems that a boligorganisation lets in; a secret is kept as its hash", "when an admin deletes it", "Postgres"),
        new("issuer_authorizations", "which app a colleague has let act for them, by id, in which areas, and since when", "when the colleague takes it back or the app is deleted; what one sign-in of an app left, after 15 days", "Postgres"),
        new("issuer_tokens", "that an app was given a token for a colleague, by id, and when; not the token", "15 days after it was given, once it is good for nothing", "Postgres"),
        new("issuer_scopes", "nothing", Never, "Postgres"),
        new("issuer_keys", "nothing: the keys that sign and encrypt tokens, encrypted", "46 days after they were made", "Postgres"),
        new("account_users", "name, e-mail, password hash and locks of a colleague", "when the operator removes the account"),
        new("account_user_claims", "nothing today", WithAccount),
        new("account_user_logins", "the colleague's id at an organisation's own sign-in", WithAccount),
        new("account_user_passkeys", "public keys of a colleague's devices", WithAccount),
        new("account_user_tokens", "the key of the code app and the recovery codes, encrypted", WithAccount),
        new("account_systems", "nothing: the names of other systems that read or flag", Never),
        new("account_providers", "nothing: where a boligorganisation's people sign in; its secret is encrypted", Never),
        new("account_invitations", "name and e-mail of somebody asked in", "when used or withdrawn; of no use after 14 days"),
        new("account_sessions", "that a colleague signed in: when it began, and to the hour when it was last used; whose provider vouched for it", "when it ends; at the next sign-in after 15 days of silence"),
    ];
}
