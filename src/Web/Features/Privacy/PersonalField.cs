namespace Hub.Web.Features.Privacy;

/// <summary>A field of what is stored in which something about a person stands, or may stand.</summary>
/// <param name="In">The event, or the part of one, that has it.</param>
/// <param name="Name">The field.</param>
/// <param name="Holds">What stands there.</param>
/// <param name="For">Why it is kept.</param>
/// <param name="Seen">Who is shown it.</param>
/// <param name="Under">What makes it unreadable again.</param>
internal sealed record PersonalField(Type In, string Name, string Holds, string For, string Seen, KeyKind Under);

/// <summary>Under which key a field lies.</summary>
internal enum KeyKind
{
    /// <summary>The person's own key.</summary>
    Person,

    /// <summary>A key of the text's own, wrapped by the person's key where somebody is named and by the case's, matter's or task's otherwise.</summary>
    Text,

    /// <summary>None: readable by whoever reads the database.</summary>
    None,
}

/// <summary>A kind of code that tells something about a person. It is stored in plain beside the encrypted texts.</summary>
/// <param name="Type">The codes.</param>
/// <param name="Tells">What they tell, and of whom.</param>
internal sealed record PersonalCode(Type Type, string Tells);

/// <summary>A table of the database.</summary>
/// <param name="Name">What it is called on both databases.</param>
/// <param name="Holds">What about people is in it.</param>
/// <param name="Gone">When that goes.</param>
/// <param name="Only">The database that has it, where the other needs none.</param>
internal sealed record KeptTable(string Name, string Holds, string Gone, string? Only = null);
