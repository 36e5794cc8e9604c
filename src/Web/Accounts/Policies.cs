namespace Hub.Web.Accounts;

/// <summary>The policies that endpoints name. Rights within an area are Access's, decided in the turn.</summary>
internal static class Policies
{
    public const string SignedIn = "SignedIn";
}
