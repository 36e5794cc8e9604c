namespace Hub.Contracts;

/// <summary>The fields of an identity, as a basis opens them one by one (GDPR art. 5(1)(c)).</summary>
[Flags]
public enum IdentityFields
{
#pragma warning disable CS1591 // the fields of Identity, by their names
    None = 0,
    Name = 1,
    Address = 2,
    Lejemaal = 4,
    Phone = 8,
#pragma warning restore CS1591

    /// <summary>Who it is and behind which door.</summary>
    NameAndDoor = Name | Address | Lejemaal,

    /// <summary>Every field.</summary>
    All = NameAndDoor | Phone,
}

/// <summary>Arithmetic on sets of fields and of marks.</summary>
public static class IdentityFieldsExtensions
{
    private static readonly IdentityFields[] Fields = [IdentityFields.Name, IdentityFields.Address, IdentityFields.Lejemaal, IdentityFields.Phone];

    private static readonly Saerlig[] Marks = [Saerlig.Helbred, Saerlig.Strafbart];

    /// <summary>The single fields of the set.</summary>
    public static IEnumerable<IdentityFields> Each(this IdentityFields set) => Fields.Where(f => set.HasFlag(f));

    /// <summary>The single marks of the set.</summary>
    public static IEnumerable<Saerlig> Each(this Saerlig set) => Marks.Where(m => set.HasFlag(m));
}
