using System.Reflection;
using System.Runtime.CompilerServices;
using Hub.Contracts;
using Hub.Domain.Rights;

namespace Hub.Domain.Tests.Rights;

/// <summary>No text of a case is forgotten when it is given to a person, corrected or searched for.</summary>
public class CaseTextsTests
{
    public static TheoryData<Type> Events =>
    [
        .. typeof(Event).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Event)) && !t.IsAbstract)
            .Where(t => !t.IsSubclassOf(typeof(AnmodningEvent)) && !t.IsAssignableTo(typeof(ITextCorrection))),
    ];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_text_of_every_event_is_found_and_can_be_replaced(Type type)
    {
        var e = (Event)RuntimeHelpers.GetUninitializedObject(type);
        var texts = type.GetProperties().Sum(p => Fill(e, p));
        Assert.Equal(texts, CaseTexts.Of(e).Count);
        Assert.Equal(texts, CaseTexts.Of(CaseTexts.Map(e, t => t with { Value = "nyt" })).Count(t => t.Value == "nyt"));
    }

    private static int Fill(Event e, PropertyInfo property)
    {
        if (property.PropertyType == typeof(Secret))
        {
            property.SetValue(e, Text(property.Name));
            return 1;
        }

        if (property.PropertyType == typeof(LegalBasis))
        {
            property.SetValue(e, LegalBasis.None with { Purpose = Text("purpose"), Note = Text("note") });
            return 2;
        }

        return 0;
    }

    private static Secret Text(string field) => new(Guid.NewGuid(), Guid.NewGuid(), field, "gammelt");
}
