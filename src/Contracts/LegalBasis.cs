namespace Hub.Contracts;

/// <summary>Why, how, for whom and until when an identity may be passed on, as recorded.</summary>
/// <param name="Kind">The basis.</param>
/// <param name="Form">Oral or written; only consent has one.</param>
/// <param name="Purpose">What the identity is passed on for.</param>
/// <param name="Recipients">The offices it opens to.</param>
/// <param name="Note">A remark of the one who recorded it.</param>
/// <param name="Expires">When it runs out by itself; null = not before it is withdrawn.</param>
/// <param name="Covers">What it was expressly given for besides the identity (GDPR art. 9(2)(a), databeskyttelsesloven § 8 stk. 3-4).</param>
/// <param name="Employer">Who employs the one who recorded it: for the people of another employer it is a videregivelse. Null before this was kept.</param>
public sealed record LegalBasis(
    LegalBasisKind Kind, LegalBasisForm? Form, Secret? Purpose, Kontorer Recipients, Secret? Note, DateTimeOffset? Expires,
    Saerlig Covers = Saerlig.Ingen, Employer? Employer = null)
{
    /// <summary>Nobody has asked the beboer yet.</summary>
    public static LegalBasis None { get; } = new(LegalBasisKind.IkkeSpurgt, null, null, Kontorer.Ingen, null, null);
}
