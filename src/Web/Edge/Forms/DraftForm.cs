namespace Hub.Web.Edge;

/// <summary>A form whose texts are kept while they are not sent.</summary>
/// <param name="Case">The case it is about; null for what is about to become one.</param>
/// <param name="Name">Which form.</param>
/// <param name="Texts">The fields worth keeping it for.</param>
internal sealed record DraftForm(Guid? Case, string Name, params string[] Texts);
