using System.Text.RegularExpressions;
using Hub.Contracts;
using Hub.Web.Features.Privacy;

namespace Hub.Web.Tests.Architecture;

/// <summary>The record of processing says all that is stored, and the document says what the record does.</summary>
public partial class PrivacyRecordTests
{
    private static readonly IReadOnlyList<Type> Parts = [.. Reachable(EventNames.All.Select(e => e.Type))];

    /// <summary>To approve: <c>./hub privacy &gt; docs/privacy.md</c>.</summary>
    [Fact]
    public void The_document_is_what_this_version_says() => Assert.Equal(PrivacyRecord.Write(), Repository.Read("docs/privacy.md"));

    [Fact]
    public void Every_field_that_may_tell_of_a_person_stands_in_the_catalogue()
    {
        var fields = from part in Parts
                     from property in part.GetProperties()
                     where property.DeclaringType == part && Values(property.PropertyType).Any(t => t == typeof(Secret) || t == typeof(string) || t == typeof(bool))
                     where !IsComputed(part, property.Name)
                     select $"{part.Name}.{property.Name}";
        var known = PersonalFields.All.Select(f => $"{f.In.Name}.{f.Name}").Concat(PersonalFields.AboutNobody.Select(f => $"{f.In.Name}.{f.Name}")).ToList();

        Same(fields, known, "PersonalFields.cs");
    }

    [Fact]
    public void An_encrypted_field_is_called_so_and_no_other_is()
    {
        foreach (var field in PersonalFields.All)
        {
            var isSecret = Values(field.In.GetProperty(field.Name)!.PropertyType).Contains(typeof(Secret));
            Assert.Equal((isSecret, field.In == typeof(Identity)), (field.Under != KeyKind.None, field.Under == KeyKind.Person));
        }
    }

    [Fact]
    public void Every_code_that_is_stored_stands_in_the_catalogue()
    {
        var codes = Parts.SelectMany(p => p.GetProperties().Where(f => !IsComputed(p, f.Name))).SelectMany(p => Values(p.PropertyType)).Where(t => t.IsEnum).Distinct().Select(t => t.Name);

        Same(codes, PersonalCodes.All.Select(c => c.Type).Concat(PersonalCodes.AboutNobody).Select(t => t.Name), "PersonalCodes.cs");
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public void Every_table_stands_in_the_catalogue(string database)
    {
        var tables = Repository.Files.Where(f => f.StartsWith($"src/Storage/{database}/Migrations/", StringComparison.Ordinal))
            .SelectMany(f => Made().Matches(Repository.Read(f))).Select(m => m.Groups[1].Value).ToHashSet();

        Same(tables, KeptTables.All.Where(t => t.Only is null || t.Only == database).Select(t => t.Name), "KeptTables.cs");
    }

    private static void Same(IEnumerable<string> stored, IEnumerable<string> known, string file)
    {
        var (there, said) = (stored.ToHashSet(), known.ToList());
        Assert.NotEmpty(there);
        Assert.True(there.IsSubsetOf(said), $"src/Web/Features/Privacy/{file} must say what stands in: {string.Join(", ", there.Except(said))}. Then ./hub privacy > docs/privacy.md");
        Assert.True(there.IsSupersetOf(said), $"src/Web/Features/Privacy/{file} tells of what is not stored: {string.Join(", ", said.Except(there))}");
        Assert.Equal(said.Count, said.Distinct().Count());
    }

    /// <summary>Made from the others, and not stored.</summary>
    private static bool IsComputed(Type part, string name) => part.GetProperty(name)!.SetMethod is null;

    private static IEnumerable<Type> Reachable(IEnumerable<Type> from)
    {
        var (found, left) = (new HashSet<Type>(), new Queue<Type>(from));
        while (left.TryDequeue(out var type))
        {
            if (type.Namespace == typeof(Event).Namespace && !type.IsEnum && type != typeof(Secret) && found.Add(type))
            {
                foreach (var next in type.GetProperties().SelectMany(p => Values(p.PropertyType)))
                {
                    left.Enqueue(next);
                }
            }
        }

        return found;
    }

    /// <summary>What is in a list, a dictionary or something that may be missing.</summary>
    private static IEnumerable<Type> Values(Type type) => type.IsGenericType ? type.GetGenericArguments().SelectMany(Values) : [type];

    [GeneratedRegex(@"create (?:unlogged )?table (?:if not exists )?(\w+)")]
    private static partial Regex Made();
}
