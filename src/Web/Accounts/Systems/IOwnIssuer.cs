namespace Hub.Web.Accounts;

/// <summary>The issuer that Hub itself is, where the edition has one.</summary>
internal interface IOwnIssuer
{
    /// <summary>The scheme that reads its tokens.</summary>
    string Scheme { get; }

    /// <summary>Whether a token says that it is one of its own; whether that is true, the scheme finds out.</summary>
    bool Claims(string token);
}
