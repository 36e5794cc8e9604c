using Hub.Contracts;
using Hub.Web.Edge;

namespace Hub.Web.Features.Administration;

/// <summary>The rules of an area as they stand in a body.</summary>
internal static class SettingsFields
{
    public static OmraadeSettings Read(Fields fields) => new(
        fields.Inner("opening", ReadOpening) ?? new Dictionary<Kontor, IReadOnlyList<OpeningHours>>(),
        fields.TextOrNull("dutyPhone", Limits.Phone),
        fields.DateOrNull("nextBoardMeeting"),
        fields.List("routing", f => new RoutingRule(
            f.ChoiceOrNull<Category>("category"), f.BoolOrNull("personNamed"), f.ChoiceOrNull<Kontor>("flaggedFrom"), f.Choice<Kontor>("to"))) ?? [],
        fields.Values("extraClosedDays", (f, place) => f.Date(place)) ?? []);

    private static Dictionary<Kontor, IReadOnlyList<OpeningHours>> ReadOpening(Fields fields)
    {
        var opening = new Dictionary<Kontor, IReadOnlyList<OpeningHours>>();
        foreach (var kontor in Enum.GetValues<Kontor>())
        {
            if (fields.List(Words.Of(kontor), ReadHours) is { } hours)
            {
                opening[kontor] = hours;
            }
        }

        return opening;
    }

    private static OpeningHours ReadHours(Fields fields)
    {
        var hours = new OpeningHours(fields.Choice<DayOfWeek>("day"), fields.ClockTime("from"), fields.ClockTime("to"));
        if (hours.To <= hours.From)
        {
            fields.Note("to", "malformed");
        }

        return hours;
    }
}
